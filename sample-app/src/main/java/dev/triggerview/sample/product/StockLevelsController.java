package dev.triggerview.sample.product;

import java.util.List;

import dev.triggerview.sample.NotFoundException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/stock-levels")
class StockLevelsController {

	private final StockLevels levels;

	StockLevelsController(StockLevels levels) {
		this.levels = levels;
	}

	@GetMapping("/to-reorder")
	List<StockLevel> toReorder() {
		return this.levels.toReorder();
	}

	@PutMapping("/{id}")
	@Transactional
	StockLevel reorderAt(@PathVariable Long id, @RequestBody @Valid NewLevel level) {
		StockLevel found = this.levels.findById(id).orElseThrow(() -> new NotFoundException("product", id));
		found.reorderAt(level.reorderLevel());
		return found;
	}

	record NewLevel(@NotNull @PositiveOrZero Integer reorderLevel) {

	}

}
