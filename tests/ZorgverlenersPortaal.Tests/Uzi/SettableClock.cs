namespace ZorgverlenersPortaal.Tests.Uzi;

/// <summary>A clock that stands still until it is set (R15).</summary>
internal sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
