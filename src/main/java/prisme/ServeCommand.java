package prisme;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import prisme.access.Password;
import prisme.dashboard.Dashboard;
import prisme.http.Rehearsal;
import prisme.settings.Settings;
import prisme.store.Damage;
import prisme.store.RecoveryReport;
import prisme.watch.LogOutput;
import prisme.watch.Metrics;

/// `serve`: runs the server until it is told to stop. Nothing that it says on standard error is waited for: it would
/// stop if nobody read that.
record ServeCommand() implements Command {
    private static final String DEMO = "demo";

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String summary() {
        return "Runs the server; the default";
    }

    @Override
    public String explanation() {
        return "Useful as it is: it takes the events of pages on localhost. Name your sites with --origins. Every "
                + "option below may also stand in a file or in the environment; the command default-config prints "
                + "them all.";
    }

    @Override
    public List<Flag> flags() {
        return Flag.withSettings(Flag.bare(DEMO, "Shows the dashboard with two months of made-up visits, in a "
                + "directory of its own that is gone afterwards."));
    }

    @Override
    public Exit run(Arguments arguments, Shell shell) throws IOException {
        Rehearsal.begin();
        LogOutput log = LogOutput.standardError(InstantSource.system());
        try (PrintStream err = new PrintStream(log, true, shell.err().charset())) {
            Start start = settings -> Server.start(settings, log, InstantSource.system());
            Shell unhindered = shell.withError(err);
            return arguments.has(DEMO) ? demonstrate(arguments, unhindered, start)
                    : serve(unhindered, arguments.settings(unhindered), () -> { }, start);
        }
    }

    private static Exit demonstrate(Arguments arguments, Shell shell, Start start) throws IOException {
        if (arguments.value("data.dir").isPresent()) {
            throw new UsageException("--demo has a data directory of its own and takes no --data.dir");
        }
        InstantSource clock = InstantSource.system();
        Demo demo = Demo.at(clock.instant());
        try {
            return serve(shell, demo.on(arguments).settings(shell), demo::remove, settings -> {
                shell.err().println("Demo      made-up visits to " + String.join(", ", Demo.SITES)
                        + "; all of it is gone when this ends");
                demo.fill();
                Server server = start.with(settings);
                demo.goOn(server::store, clock);
                return server;
            });
        } catch (IOException | RuntimeException e) {
            demo.remove();
            throw e;
        }
    }

    /// Starts a server with these settings.
    private interface Start {
        Server with(Settings settings) throws IOException;
    }

    private static Exit serve(Shell shell, Settings settings, Runnable stopped, Start start) throws IOException {
        ApplicationLog.write(settings.operation().logLevel(), shell.err());
        StopHook hook = new StopHook(stopped, shell.err(), code -> {
            shell.err().close();
            Runtime.getRuntime().halt(code);
        });
        StopHook.atEnd(hook);
        Server server = hook.start(() -> start.with(settings));
        tell(server.recovery(), shell.err());
        greet(server, settings, shell.err());
        return waitForever();
    }

    private static void tell(RecoveryReport recovery, PrintStream err) {
        if (recovery.tornBytes() > 0) {
            err.println("After a sudden end, " + recovery.tornBytes()
                    + (recovery.tornBytes() == 1 ? " byte" : " bytes")
                    + " of an event that was never acknowledged were cut off.");
        }
        for (Damage damage : recovery.damages()) {
            err.println("Damage in the store; " + damage.toReaders());
        }
    }

    private static void greet(Server server, Settings settings, PrintStream err) {
        String url = url(server.address()) + settings.server().base().path();
        err.println("Prisme " + Prisme.version() + " listens on " + url);
        err.println("Data      " + settings.storage().directory().toAbsolutePath().normalize());
        err.println("Dashboard " + url + Dashboard.PATH);
        err.println("Sign in   " + signIn(server.passwordPlace()));
        if (settings.readAccess().isPublic()) {
            err.println("          or read without: dashboard.public is true");
        }
        err.println("Snippet   <script src=\"" + url + "/static/wa.js\" defer></script>");
        server.metricsAddress().ifPresent(address -> err.println("Metrics   " + url(address) + Metrics.PATH));
        err.flush();
    }

    private static String signIn(Password.Place place) {
        return place instanceof Password.Place.File(Path path)
                ? "with the password in " + path.toAbsolutePath().normalize()
                : "with the password that dashboard.password sets";
    }

    private static String url(InetSocketAddress address) {
        return "http://" + hostToShow(address) + ":" + address.getPort();
    }

    private static String hostToShow(InetSocketAddress address) {
        if (address.getAddress().isAnyLocalAddress()) {
            return "localhost";
        }
        String host = address.getAddress().getHostAddress();
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static Exit waitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Exit.OK;
    }
}
