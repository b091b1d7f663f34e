/// Reads points in time as people and programs write them: [Rfc3339].
package prisme.time;
