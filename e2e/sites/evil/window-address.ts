/** Where a window stands, or stood when it was loaded, if that is an answer; nothing while it is at another origin. */
export function addressWithAnswer(window: Window): string | undefined {
  try {
    const [loaded] = window.performance.getEntriesByType("navigation");
    return [window.location.href, loaded?.name ?? ""].find((one) =>
      /[?#&](code|access_token|error)=/.test(one),
    );
  } catch {
    return undefined;
  }
}
