namespace ZorgverlenersPortaal.Dossier.Consents;

/// <summary>
/// Where a patient's objection can be recorded. A seam: the hospital's list, the EPD, and Mitz where a hospital has it
/// (docs/adr/0029). A source never throws for its own failure: it answers <see cref="ConsentStanding.Unknown"/>. Only who asks and
/// leaves is told by an OperationCanceledException.
/// </summary>
internal interface IConsentSource
{
    /// <summary>Name in the settings and the trail.</summary>
    string Name { get; }

    /// <summary>Asks now; nothing is kept.</summary>
    Task<ConsentAnswer> AskAsync(ConsentQuestion question, CancellationToken cancellation);
}
