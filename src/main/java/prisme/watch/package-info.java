/// Shows the owner how the server is doing: metrics, the access log, and why a report was not counted.
///
/// Start at [Metrics], which prints what every [Collector] writes in the text format of Prometheus; [RequestMetrics]
/// and [AccessLog] watch every request, [ReportCounts] and [LastReports] what became of every report. Nothing here
/// grows with the number of visitors, and no address is shown whole ([ShownAddress]).
package prisme.watch;
