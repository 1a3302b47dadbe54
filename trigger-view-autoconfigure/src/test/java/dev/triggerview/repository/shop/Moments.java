package dev.triggerview.repository.shop;

import dev.triggerview.repository.ReadOnlyViewRepository;
import dev.triggerview.repository.RecordRepository;

/** Names no view: it is derived from the record. */
@ReadOnlyViewRepository
public interface Moments extends RecordRepository<Moment> {

}
