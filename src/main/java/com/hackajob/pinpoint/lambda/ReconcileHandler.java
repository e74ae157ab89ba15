package com.hackajob.pinpoint.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.hackajob.pinpoint.export.Reconcile;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Once a minute: wakes the companies that have due work, has connections looked after, and sends updates that were left behind. */
@Named("reconcile")
@Singleton
final class ReconcileHandler implements RequestHandler<ReconcileHandler.Tick, ReconcileHandler.Done> {

    private static final Logger LOG = Logger.getLogger(ReconcileHandler.class);

    private final Reconcile reconcile;

    ReconcileHandler(Reconcile reconcile) {
        this.reconcile = reconcile;
    }

    @Override
    public Done handleRequest(Tick tick, Context context) {
        var reconciled = reconcile.reconcile();
        LOG.infof(
                "woke %d companies, has %d connections looked after, sent %d updates",
                reconciled.companies(), reconciled.connections(), reconciled.updates());
        return new Done(reconciled.companies(), reconciled.connections(), reconciled.updates());
    }

    /** The schedule's event: when it comes is all that it says. */
    @RegisterForReflection
    record Tick() {}

    @RegisterForReflection
    record Done(long companies, long connections, long updates) {}
}
