namespace ZorgverlenersPortaal.Uzi;

/// <summary>One list in use, for `portal check` and the age alarm.</summary>
/// <param name="Issuer">Name of the CA.</param>
/// <param name="Number">crlNumber, decimal.</param>
/// <param name="ThisUpdate">When the CA made it.</param>
/// <param name="NextUpdate">When it stops to count.</param>
/// <param name="Age">Since thisUpdate.</param>
/// <param name="Count">Certificates on it.</param>
/// <param name="CountsForCards">False when it is too old to call a card good.</param>
/// <param name="HasEnded">It is past its nextUpdate, and says nothing of CAs either.</param>
/// <param name="Origin">Where it came from.</param>
public sealed record RevocationListStatus(
    string Issuer,
    string Number,
    DateTimeOffset ThisUpdate,
    DateTimeOffset NextUpdate,
    TimeSpan Age,
    int Count,
    bool CountsForCards,
    bool HasEnded,
    RevocationOrigin Origin);
