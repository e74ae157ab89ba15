package com.hackajob.pinpoint.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.Logs;

/** What pages asked the network for, answered or not, kept from the browser's own pages and from what lies in the page. */
final class NetworkLog {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ASKING = Set.of("Network.requestWillBeSent", "Network.webSocketCreated");

    private final Logs logs;
    private final List<String> requests = new ArrayList<>();

    NetworkLog(Logs logs) {
        this.logs = logs;
    }

    /** All since the start: the driver's log forgets what it has told. */
    List<String> requests() {
        logs.get(LogType.PERFORMANCE).getAll().stream()
                .map(NetworkLog::event)
                .filter(event -> ASKING.contains(event.path("method").asText()))
                .map(NetworkLog::address)
                .filter(address -> address.startsWith("http") || address.startsWith("ws"))
                .forEach(requests::add);
        return List.copyOf(requests);
    }

    private static JsonNode event(LogEntry entry) {
        try {
            return JSON.readTree(entry.getMessage()).path("message");
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("the driver's log is JSON", unreadable);
        }
    }

    private static String address(JsonNode event) {
        JsonNode parameters = event.path("params");
        return parameters
                .path("request")
                .path("url")
                .asText(parameters.path("url").asText());
    }
}
