package prisme.store;

import prisme.event.DeviceId;

/// Which device an event came from. Only page views that were received live know it, so that a visit that is under way
/// when the server stops can go on. For everything else it would be one more thing to keep about a person.
public sealed interface Sender {
    record Device(DeviceId id) implements Sender {}

    record Unknown() implements Sender {}
}
