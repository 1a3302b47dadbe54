package dev.triggerview.repository.archive;

import java.util.Optional;

import dev.triggerview.repository.ReadOnlyViewRepository;

/** A fragment that makes the repositories which extend it read-only. */
@ReadOnlyViewRepository
public interface ReadsById<T> {

	Optional<T> findById(Integer id);

}
