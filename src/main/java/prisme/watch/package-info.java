/// Shows the owner how the server is doing: metrics, the access log, and why a report was not counted.
///
/// Start at [Metrics], which prints what every [Collector] writes, in the text format of Prometheus ([Exposition]).
/// [RequestMetrics] and [AccessLog] observe every request; [ReportCounts] and [LastReports] are told what became of
/// every report, and [ReportsApi] shows that to the owner. Logs are written by [LogOutput], for which nobody waits.
/// Nothing here grows with the number of visitors, and no visitor's address is shown whole ([ShownAddress]).
package prisme.watch;
