package prisme.watch;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The Java virtual machine's memory, garbage collections and threads, and how long it has been running.
public final class JvmMetrics implements Collector {
    private static final String MEMORY = "jvm_memory_bytes";
    private static final String GC_COUNT = "jvm_gc_collections_total";
    private static final String GC_TIME = "jvm_gc_seconds_total";
    private static final double MILLIS = 1e3;

    @Override public void write(Exposition exposition) {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        exposition.family(MEMORY, Exposition.Type.GAUGE, "Memory in use, committed and at most.");
        write(exposition, "heap", memory.getHeapMemoryUsage());
        write(exposition, "nonheap", memory.getNonHeapMemoryUsage());
        List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
        exposition.family(GC_COUNT, Exposition.Type.COUNTER, "Garbage collections.");
        collectors.forEach(gc -> exposition.sample(GC_COUNT, name(gc), gc.getCollectionCount()));
        exposition.family(GC_TIME, Exposition.Type.COUNTER, "Time spent collecting garbage.");
        collectors.forEach(gc -> exposition.sample(GC_TIME, name(gc), gc.getCollectionTime() / MILLIS));
        exposition.single("jvm_threads", Exposition.Type.GAUGE, "Platform threads.",
                ManagementFactory.getThreadMXBean().getThreadCount());
        exposition.single("process_uptime_seconds", Exposition.Type.GAUGE, "Time since the start.",
                ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS);
    }

    private static void write(Exposition exposition, String area, MemoryUsage usage) {
        exposition.sample(MEMORY, labels(area, "used"), usage.getUsed());
        exposition.sample(MEMORY, labels(area, "committed"), usage.getCommitted());
        if (usage.getMax() >= 0) {
            exposition.sample(MEMORY, labels(area, "max"), usage.getMax());
        }
    }

    private static Map<String, String> labels(String area, String kind) {
        return new TreeMap<>(Map.of("area", area, "kind", kind));
    }

    private static Map<String, String> name(GarbageCollectorMXBean collector) {
        return Map.of("gc", collector.getName());
    }
}
