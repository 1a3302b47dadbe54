package dev.triggerview.repository.archive;

import org.springframework.data.repository.Repository;

public interface ArchivedTotals extends Repository<ArchivedTotal, Integer>, ReadsById<ArchivedTotal> {

}
