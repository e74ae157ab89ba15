package com.hackajob.pinpoint.local.aws;

/** What Secrets Manager refuses, by the error type of its API. */
final class SecretsRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String type;

    private SecretsRefusal(String type, String message) {
        super(message);
        this.type = type;
    }

    static SecretsRefusal notFound(String what) {
        return new SecretsRefusal("ResourceNotFoundException", "Secrets Manager can't find the specified " + what);
    }

    static SecretsRefusal exists(String message) {
        return new SecretsRefusal("ResourceExistsException", message);
    }

    static SecretsRefusal invalidRequest(String message) {
        return new SecretsRefusal("InvalidRequestException", message);
    }

    static SecretsRefusal invalidParameter(String message) {
        return new SecretsRefusal("InvalidParameterException", message);
    }

    static SecretsRefusal validation(String message) {
        return new SecretsRefusal("ValidationException", message);
    }

    static SecretsRefusal unknownOperation(String target) {
        return new SecretsRefusal("UnknownOperationException", "This fake has no operation " + target);
    }

    String type() {
        return type;
    }
}
