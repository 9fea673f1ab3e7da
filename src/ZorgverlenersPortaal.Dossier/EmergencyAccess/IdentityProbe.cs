using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>
/// The right to find one person by what is known of her (R1): that search, the records it was merged into, and records that
/// do not exist. Yields an id, never data.
/// </summary>
internal sealed partial class IdentityProbe : EpdGrant
{
    private readonly PatientIdentity _identity;
    private readonly EpdQuery _search;
    private readonly IReadOnlyList<string> _pretended;
    private readonly HashSet<string> _readable = new(StringComparer.Ordinal);

    private IdentityProbe(PatientIdentity identity, EpdQuery search, IReadOnlyList<string> pretended, Visit visit) : base(visit.SessionReference, visit.RequestId) =>
        (_identity, _search, _pretended) = (identity, search, pretended);

    /// <summary>An id that nobody has; only about it may the pretended questions be asked.</summary>
    private string? _nobody;

    internal override string Scope => $"identity {_search.Form(0)}";

    internal override bool Allows(EpdQuery query) => query switch
    {
        { Type: "Patient", Id: null } => query.Parameters.SequenceEqual(_search.Parameters),
        { Id: null } => _nobody is not null && _pretended.Contains(query.Type) && query["patient"] == _nobody,
        { Id: { } id } => _readable.Contains($"{query.Type}/{id}"),
        _ => false,
    };

    internal override Coverage Judge(Resource resource) => resource switch
    {
        Patient patient when _readable.Contains(patient.Reference) => Coverage.Covered,
        Patient patient when _identity.Bsn is { } bsn => ByBsn(patient, bsn),
        Patient patient when patient.BirthDate?.Day != _identity.BirthDate => Coverage.Stranger,
        // An EPD compares names from their beginning, and knows old addresses.
        Patient patient => Surnames.Match(_identity.Surname!, patient) && LivesAt(patient) ? Coverage.Covered : Coverage.Irrelevant,
        _ => Coverage.Stranger,
    };

    private static Coverage ByBsn(Patient patient, Bsn bsn)
    {
        if (NamingSystems.BsnOf(patient) == bsn)
        {
            return Coverage.Covered;
        }
        // A number that was hers once is an honest answer, and no longer her.
        return patient.Identifiers.Any(one => one.Use is "old" && Bsn.TryRead(one.Value?.Trim()) == bsn) ? Coverage.Irrelevant : Coverage.Stranger;
    }

    private bool LivesAt(Patient patient) => patient.Addresses.Any(address =>
        address.Use is not "old" && string.Concat((address.PostalCode ?? "").Where(c => !char.IsWhiteSpace(c))).Equals(_identity.Postcode, StringComparison.OrdinalIgnoreCase));
}
