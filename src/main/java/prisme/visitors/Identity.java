package prisme.visitors;

import prisme.event.DeviceId;

/// Who a visitor is for one day: the id by which sessions are found, and the visitor id in the stored events. Neither
/// can be derived from the other, nor from those of another day.
record Identity(DeviceId device, String visitorId) {}
