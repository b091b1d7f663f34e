/// Turns bytes into a [prisme.http.Request] and a [prisme.http.Response] into bytes; everything between the two is values.
package prisme.http;
