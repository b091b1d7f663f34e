package prisme.visitors;

import prisme.event.DeviceId;

/// Who somebody is for one day: a device that finds sessions, and the visitor's name in the figures. Neither tells the
/// other, nor the same of another day.
record Identity(DeviceId device, String visitorId) {}
