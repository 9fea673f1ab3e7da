namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>The EPD's condition, for the page and the readiness check.</summary>
/// <param name="State">Ok, slow or down.</param>
/// <param name="Since">Since when it is down; null otherwise.</param>
public sealed record EpdCondition(EpdState State, DateTimeOffset? Since = null);
