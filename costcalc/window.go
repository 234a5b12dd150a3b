package costcalc

import (
	"fmt"
	"strings"
	"time"
)

// window is a part of each day, or of some days of the week. The zero window is always.
type window struct {
	set        bool           // only from start to end of a day
	start, end int            // seconds of the day, start inclusive and end exclusive; start > end spans midnight
	days       uint8          // bit d: on time.Weekday d; 0: on all. It is the day on which the call was made, after midnight the new one.
	zone       *time.Location // of start, end and days; nil: UTC
}

// holds reports whether a time lies in the window.
func (w *window) holds(at time.Time) bool {
	if !w.set && w.days == 0 {
		return true
	}
	if w.zone != nil {
		at = at.In(w.zone)
	} else {
		at = at.UTC()
	}
	if w.days != 0 && w.days&(1<<at.Weekday()) == 0 {
		return false
	}
	if !w.set {
		return true
	}
	hour, minute, second := at.Clock()
	now := hour*3600 + minute*60 + second
	if w.start > w.end {
		return now >= w.start || now < w.end
	}
	return now >= w.start && now < w.end
}

// text returns the window as one reads it, such as "mon or tue, 16:30-00:30 UTC"; empty for the zero window.
func (w *window) text() string {
	var days []string
	for d, day := range weekdays {
		if w.days&(1<<d) != 0 {
			days = append(days, day)
		}
	}
	text := strings.Join(days, " or ")
	if w.set {
		text = joined(text, fmt.Sprintf("%02d:%02d-%02d:%02d", w.start/3600, w.start/60%60, w.end/3600, w.end/60%60))
	}
	switch {
	case text == "":
		return ""
	case w.zone == nil:
		return text + " UTC"
	}
	return text + " " + w.zone.String()
}

// secondOfDay parses a time of day in UTC such as "16:30:00Z".
func secondOfDay(text string) (int, error) {
	at, err := time.Parse("15:04:05Z", text)
	if err != nil {
		return 0, fmt.Errorf("expected a time of day in UTC such as 16:30:00Z, found %q", text)
	}
	return at.Hour()*3600 + at.Minute()*60 + at.Second(), nil
}

// parseTimeOfDay parses a part of the day such as "16:30-00:30".
func parseTimeOfDay(text string) (start, end int, err error) {
	from, to, ok := strings.Cut(text, "-")
	first, err1 := time.Parse("15:04", strings.TrimSpace(from))
	last, err2 := time.Parse("15:04", strings.TrimSpace(to))
	if !ok || err1 != nil || err2 != nil || first.Equal(last) {
		return 0, 0, fmt.Errorf("expected a part of the day such as 16:30-00:30, found %q", text)
	}
	return first.Hour()*3600 + first.Minute()*60, last.Hour()*3600 + last.Minute()*60, nil
}

// weekdays are the names of the days as tables write them, in the order of time.Weekday.
var weekdays = [...]string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

// parseWeekdays returns the bits of the days that are named.
func parseWeekdays(names []string) (days uint8, err error) {
	for _, name := range names {
		found := false
		for d, day := range weekdays {
			if normalise(name) == day {
				days, found = days|1<<d, true
			}
		}
		if !found {
			return 0, fmt.Errorf("expected days such as %s, found %q", strings.Join(weekdays[1:6], ", "), name)
		}
	}
	return days, nil
}
