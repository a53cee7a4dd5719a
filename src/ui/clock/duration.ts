const UNITS = [
  { name: "d", seconds: 86_400 },
  { name: "h", seconds: 3600 },
  { name: "min", seconds: 60 },
  { name: "s", seconds: 1 },
];

/** A number of seconds in its two largest units, cut off after them: `14 min 58 s`. */
export function durationText(seconds: number): string {
  const first = UNITS.findIndex((unit) => seconds >= unit.seconds);
  if (first < 0) return "0 s";
  const parts = UNITS.slice(first, first + 2).map(({ name, seconds: unit }, index) => {
    const left = index === 0 ? seconds : seconds % (UNITS[first]?.seconds ?? 1);
    return { name, count: Math.floor(left / unit) };
  });
  return parts
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${count} ${name}`)
    .join(" ");
}

/** The time of day of an epoch second, UTC: `08:00:00`. */
export function timeText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 19);
}

/** The date of an epoch second, UTC: `2027-01-15`. */
export function dateText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
