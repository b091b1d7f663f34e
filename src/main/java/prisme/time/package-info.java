/// Reads dates and points in time: [Rfc3339].
package prisme.time;
