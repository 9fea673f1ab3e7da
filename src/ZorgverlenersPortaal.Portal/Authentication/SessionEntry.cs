namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>One session in the list of its doctor.</summary>
/// <param name="Hash">What the session is found by; it does not give the browser's secret away.</param>
/// <param name="Reference">The session in the trail.</param>
/// <param name="Started">When it began.</param>
/// <param name="Address">The network address it began from.</param>
/// <param name="CardSerial">Serial number of the card's certificate, hexadecimal.</param>
public sealed record SessionEntry(string Hash, string Reference, DateTimeOffset Started, string? Address, string CardSerial);
