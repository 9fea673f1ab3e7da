namespace ZorgverlenersPortaal.Tests.EpdSandbox;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class HeldClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public void Advance(TimeSpan step) => _now += step;

    public override DateTimeOffset GetUtcNow() => _now;
}
