using ZorgverlenersPortaal.Dossier.Consents;

namespace ZorgverlenersPortaal.Tests.Dossier.Consents;

/// <summary>Stands for Mitz, the national register of consents: one answer per patient and doctor, or none at all. Keeps the contract that a real adapter must keep.</summary>
internal sealed class MitzDouble : IConsentSource
{
    private readonly HashSet<(string Patient, string? Agb)> _objections = [];

    public string Name => "Mitz";

    /// <summary>It does not answer.</summary>
    public bool IsDown { get; set; }

    public void Object(string patient, string? agb) => _objections.Add((patient, agb));

    public void Withdraw(string patient) => _objections.RemoveWhere(objection => objection.Patient == patient);

    public Task<ConsentAnswer> AskAsync(ConsentQuestion question, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var isObjected = _objections.Contains((question.Patient.Id!, null)) || _objections.Contains((question.Patient.Id!, question.Provider.Agb?.Value));
        return Task.FromResult<ConsentAnswer>(IsDown
            ? new(ConsentStanding.Unknown, Name)
            : new(isObjected ? ConsentStanding.Objection : ConsentStanding.NoObjection, Name));
    }
}
