namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// Lets all nodes together ask one question per card per hour: returns what another node heard within the hour, else calls
/// <paramref name="ask"/> and passes on what that returns. Null: another node asked, and there is no answer.
/// </summary>
/// <param name="card">Opaque name of the card, the same at every node.</param>
/// <param name="ask">Asks the responder; null when it did not conclude.</param>
public delegate Task<OcspExchange?> OcspSharing(string card, Func<Task<OcspExchange?>> ask);
