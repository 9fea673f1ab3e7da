using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>
/// What the hospital withholds by its labels. The code counts in whatever system it stands, and a label without a code counts
/// as one to withhold: what cannot be read is not the same as "free to show".
/// </summary>
internal sealed class Confidentiality(IReadOnlyCollection<string> withheld)
{
    public bool Withholds(DocumentReference document) =>
        withheld.Count > 0 && (WithholdsMeta(document)
            || document.DocumentSecurityLabels.Any(l => l.Codings.All(c => c.Code is null) || l.Codings.Any(c => IsWithheld(c.Code))));

    public bool Withholds(Composition composition) =>
        withheld.Count > 0 && (WithholdsMeta(composition) || IsWithheld(composition.Confidentiality));

    private bool WithholdsMeta(Resource resource) => resource.SecurityLabels.Any(l => l.Code is null || IsWithheld(l.Code));

    private bool IsWithheld(string? code) => code is not null && withheld.Contains(code, StringComparer.OrdinalIgnoreCase);
}
