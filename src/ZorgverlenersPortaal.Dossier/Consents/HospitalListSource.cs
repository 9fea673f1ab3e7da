using System.Data.Common;

namespace ZorgverlenersPortaal.Dossier.Consents;

/// <summary>Objections on the hospital's own list.</summary>
internal sealed class HospitalListSource(PatientProtections protections) : IConsentSource
{
    public string Name => "HospitalList";

    public async Task<ConsentAnswer> AskAsync(ConsentQuestion question, CancellationToken cancellation)
    {
        try
        {
            var found = await protections.InForceAsync(question.Patient, cancellation);
            return found.FirstOrDefault(entry => entry.Kind == ProtectionKind.PatientWish && entry.IsAbout(question.Provider)) is { } objection
                ? new(ConsentStanding.Objection, "protection/" + objection.Id)
                : new(ConsentStanding.NoObjection, Name);
        }
        catch (DbException)
        {
            return new(ConsentStanding.Unknown, Name);
        }
    }
}
