using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>
/// Who may see whom (DESIGN §7), default deny. A function of facts and nothing else, so that what the trail holds can be judged
/// again years later and gives the same verdict.
/// </summary>
public static class AccessRules
{
    /// <summary>The ruling on a patient, a letter or a list. Unknown facts weigh nothing.</summary>
    public static AccessRuling Decide(IReadOnlyList<AuditFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var sheet = new FactSheet(facts);
        return sheet switch
        {
            _ when sheet.Has(FactNames.Function) => new(AccessReason.OtherFunction),
            _ when sheet.Has(FactNames.Handle) => new(AccessReason.UnknownHandle),
            _ when sheet.Has(FactNames.Withdrawn) => new(AccessReason.Withdrawn),
            _ when sheet.First(FactNames.List) is { } list => OfList(sheet, list.Value),
            _ when !sheet.Has(FactNames.Patient) => new(sheet.Has(FactNames.Epd) ? AccessReason.NotDecidable : AccessReason.UnknownPatient),
            _ => OfPatient(sheet),
        };
    }

    private static AccessRuling OfPatient(FactSheet sheet)
    {
        if (Proven(sheet) is not { } ruling)
        {
            return new(sheet switch
            {
                _ when sheet.Has(FactNames.Epd) => AccessReason.NotDecidable,
                _ when sheet.Has(FactNames.Agb) => AccessReason.NoRelation,
                _ => AccessReason.NoAgb,
            });
        }
        var isEmergency = ruling.Basis == AccessBasis.Emergency;
        return sheet switch
        {
            _ when sheet.All(FactNames.Objection).Any(IsWish) && !(isEmergency && sheet.Has(FactNames.EmergencyOpensObjection)) => new(AccessReason.Objection),
            // A source that cannot tell: her own doctor and an emergency go on (docs/adr/0029), the others may be whom she objects to.
            _ when sheet.Has(FactNames.Objection) && ruling.Basis is not (AccessBasis.OwnPatient or AccessBasis.Emergency) => new(AccessReason.NotDecidable),
            // Any other word than the one that lets an emergency in keeps it closed.
            _ when sheet.First(FactNames.Restriction) is { } restriction && !(isEmergency && restriction.Value == "EmergencyOnly") => new(AccessReason.Restricted),
            _ when sheet.Has(FactNames.RoleClosed) => new(AccessReason.RoleClosed),
            _ when sheet.Has(FactNames.Letter) => new(AccessReason.UnknownLetter),
            _ => ruling,
        };
    }

    /// <summary>Any word but that of a source which could not tell.</summary>
    private static bool IsWish(AuditFact objection) => objection.Value != "Unknown";

    /// <summary>The first basis that holds, in the order of DESIGN §7.</summary>
    private static AccessRuling? Proven(FactSheet sheet)
    {
        var agb = sheet.First(FactNames.Agb)?.Value;
        var practice = sheet.First(FactNames.PracticeAgb)?.Value;
        var role = sheet.First(FactNames.Role)?.Value;
        return sheet switch
        {
            _ when sheet.Has(FactNames.GeneralPractitioner, agb) => new(AccessReason.OwnPatient, AccessBasis.OwnPatient),
            _ when sheet.Has(FactNames.OwnPracticeRule) && sheet.Has(FactNames.GeneralPractice, practice) => new(AccessReason.OwnPractice, AccessBasis.OwnPractice),
            _ when sheet.Lists(FactNames.CareTeamRule, role) && sheet.Has(FactNames.CareTeam, agb) => new(AccessReason.CareTeamMember, AccessBasis.CareTeam),
            _ when sheet.Lists(FactNames.ResidenceRule, role) && sheet.Has(FactNames.Residence, practice) => new(AccessReason.Resident, AccessBasis.Residence),
            _ when EndedRelation(sheet, agb) is { } until => new(AccessReason.EndedRelation, AccessBasis.EndedRelation, Until: until),
            _ when Delegation(sheet) is { } via => new(AccessReason.Delegated, AccessBasis.Delegation, via),
            _ when Emergency(sheet) is { } emergency => new(AccessReason.Emergency, AccessBasis.Emergency, emergency.Source, Time(emergency.Value)),
            _ => null,
        };
    }

    /// <summary>The first delegation by which the giver herself would see the patient; an ended relation of hers is none.</summary>
    private static string? Delegation(FactSheet sheet) => sheet.All(FactNames.Delegation)
        .FirstOrDefault(given => sheet.Has(FactNames.GeneralPractitioner, given.Value)
            || (sheet.Lists(FactNames.CareTeamRule, Of(sheet, FactNames.DelegationRole, given.Source)) && sheet.Has(FactNames.CareTeam, given.Value))
            || (sheet.Has(FactNames.OwnPracticeRule) && sheet.Has(FactNames.GeneralPractice, Of(sheet, FactNames.DelegationPractice, given.Source))))?.Source;

    private static string? Of(FactSheet sheet, string name, string source) => sheet.All(name).FirstOrDefault(fact => fact.Source == source)?.Value;

    /// <summary>End of the after-window of a relation that ended (Dutch days), or null when there is none or it is over.</summary>
    private static DateTimeOffset? EndedRelation(FactSheet sheet, string? agb)
    {
        if (agb is null || !int.TryParse(sheet.First(FactNames.AfterRule)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var days))
        {
            return null;
        }
        return sheet.All(FactNames.Ended)
            .Select(fact => fact.Value.Split(' ') is [var code, var day] && code == agb
                && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var ended)
                && Periods.EndOf(ended.AddDays(days)) is var until && until > fact.Time ? until : (DateTimeOffset?)null)
            .Max();
    }

    private static AuditFact? Emergency(FactSheet sheet) => sheet.All(FactNames.Emergency).FirstOrDefault(fact => Time(fact.Value) > fact.Time);

    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static AccessRuling OfList(FactSheet sheet, string list) => list switch
    {
        "own" when sheet.Has(FactNames.Agb) => new(AccessReason.OwnList, AccessBasis.OwnPatient),
        "practice" when sheet.Has(FactNames.OwnPracticeRule) && sheet.Has(FactNames.PracticeAgb) => new(AccessReason.PracticeList, AccessBasis.OwnPractice),
        _ when Of(sheet, FactNames.Delegation, list) is not null => new(AccessReason.DelegatedList, AccessBasis.Delegation, list),
        _ => new(AccessReason.NoAgb),
    };
}
