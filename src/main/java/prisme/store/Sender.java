package prisme.store;

import prisme.event.DeviceId;

/// Which device an event came from. Only page views that were seen live know it: a visit that is still under way when
/// the server stops is found again by it. For everything else it would be one more thing to keep about a person.
public sealed interface Sender {
    record Device(DeviceId id) implements Sender {}

    record Unknown() implements Sender {}
}
