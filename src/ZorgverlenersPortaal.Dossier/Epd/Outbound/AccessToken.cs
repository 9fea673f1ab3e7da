namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>A token of the EPD. In memory only; its value is never logged and no text shows it.</summary>
internal sealed class AccessToken(string value, DateTimeOffset received, TimeSpan lifetime, IReadOnlyList<string> granted)
{
    /// <summary>Not used in its last seconds: it must still be good when it arrives.</summary>
    private static readonly TimeSpan _margin = TimeSpan.FromSeconds(10);

    public string Value { get; } = value;

    /// <summary>The scopes that count (<see cref="SmartScopes.Effective"/>).</summary>
    public IReadOnlyList<string> Granted { get; } = granted;

    public TimeSpan Lifetime { get; } = lifetime;

    /// <summary>From here a new one is fetched while this one is still used.</summary>
    public DateTimeOffset RenewAt { get; } = received + (lifetime * 0.75);

    public DateTimeOffset UsableUntil { get; } = received + (lifetime > _margin * 4 ? lifetime - _margin : lifetime * 0.75);

    /// <inheritdoc />
    public override string ToString() => nameof(AccessToken);
}
