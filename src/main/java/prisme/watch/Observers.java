package prisme.watch;

import java.util.List;
import prisme.http.Method;
import prisme.http.Observer;

/// Passes everything on to several observers.
///
/// @param observers are told in this order
public record Observers(List<Observer> observers) implements Observer {
    public Observers {
        observers = List.copyOf(observers);
    }

    @Override public void began(String pattern, Method method) {
        observers.forEach(observer -> observer.began(pattern, method));
    }

    @Override public void ended(Answered answered) {
        observers.forEach(observer -> observer.ended(answered));
    }
}
