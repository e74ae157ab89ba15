package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.mapping.Mapping;
import java.util.Optional;

/** What an export depends on: the company's connection and the job's mapping, read together. */
public interface Situations {

    Situation read(ExportKey key);

    record Situation(Optional<Connection> connection, Optional<Mapping> mapping) {}
}
