package com.hackajob.pinpoint.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.hackajob.pinpoint.export.Reconcile;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Once a minute: wakes the companies that have due work, has connections looked after, and sends updates that were left behind. */
@Named("reconcile")
@Singleton
final class ReconcileHandler implements RequestHandler<ReconcileHandler.Tick, ReconcileHandler.Done> {

    private final Reconcile reconcile;
    private final Invocations invocations;

    ReconcileHandler(Reconcile reconcile, Invocations invocations) {
        this.reconcile = reconcile;
        this.invocations = invocations;
    }

    @Override
    public Done handleRequest(Tick tick, Context context) {
        return invocations.run(context, "reconcile", this::reconcile, _ -> "done");
    }

    private Done reconcile(Invocation invocation) {
        var reconciled = reconcile.reconcile();
        invocation
                .with("companies", reconciled.companies())
                .with("connections", reconciled.connections())
                .with("updates", reconciled.updates());
        return new Done(reconciled.companies(), reconciled.connections(), reconciled.updates());
    }

    /** The schedule's event: when it comes is all that it says. */
    @RegisterForReflection
    record Tick() {}

    @RegisterForReflection
    record Done(long companies, long connections, long updates) {}
}
