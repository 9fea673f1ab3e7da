using System.Text.Json;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Explanations;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>Reasons and explanations of a review as an officer reads them. Dutch. It says what was found, never that it was unlawful.</summary>
public static class ReviewText
{
    private static readonly Dictionary<string, ReviewRule> _rules = Enum.GetValues<ReviewRule>().ToDictionary(Code, StringComparer.Ordinal);

    /// <summary>The rule's name as a case's reason has it: "own-surname".</summary>
    public static string Code(ReviewRule rule) => JsonNamingPolicy.KebabCaseLower.ConvertName(rule.ToString());

    /// <summary>Why a look stands on the list.</summary>
    public static string Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Rule switch
        {
            ReviewRule.OwnSurname => "Patiënt en zorgverlener hebben dezelfde achternaam",
            ReviewRule.OwnAddress => "Patiënt en zorgverlener wonen op hetzelfde adres",
            ReviewRule.RestrictedPatient => "Noodprocedure op een medewerker of bekende persoon",
            ReviewRule.Deceased => $"De patiënt was {finding.Count} dagen eerder overleden",
            ReviewRule.RelationEnded => $"De behandelrelatie was {finding.Count} dagen eerder geëindigd",
            ReviewRule.EmergencyWithoutContact => $"Noodprocedure zonder opname, afspraak, verwijzing of brief binnen {finding.Count} dagen",
            ReviewRule.OutOfHours => "Buiten de werktijden van dit beroep",
            ReviewRule.IdenticalReason => $"Dezelfde reden woord voor woord bij {finding.Count} noodprocedures",
            ReviewRule.RepeatedByDoctor => $"{finding.Count} noodprocedures van deze zorgverlener in korte tijd",
            ReviewRule.RepeatedOnPatient => $"{finding.Count} noodprocedures op deze patiënt in korte tijd",
            ReviewRule.LocumOutsideDelegation => "Noodprocedure terwijl de waarneming niet gold",
            ReviewRule.ManyPatients => $"{finding.Count} patiënten kort na elkaar die niet in het ziekenhuis waren",
            ReviewRule.SearchBurst => $"{finding.Count} keer gezocht in korte tijd zonder een dossier te openen",
            ReviewRule.Unexplained => "Niets verklaart deze inzage",
        };
    }

    /// <summary>A rule as the reason of a case: what was counted stands on the list, not in the case. Null when there is no such rule.</summary>
    public static string? Rule(string code) => _rules.TryGetValue(code, out var rule) ? rule switch
    {
        ReviewRule.OwnSurname => "Patiënt en zorgverlener hebben dezelfde achternaam",
        ReviewRule.OwnAddress => "Patiënt en zorgverlener wonen op hetzelfde adres",
        ReviewRule.RestrictedPatient => "Noodprocedure op een medewerker of bekende persoon",
        ReviewRule.Deceased => "De patiënt was al overleden",
        ReviewRule.RelationEnded => "De behandelrelatie was al geëindigd",
        ReviewRule.EmergencyWithoutContact => "Noodprocedure zonder contact met het ziekenhuis",
        ReviewRule.OutOfHours => "Buiten de werktijden van dit beroep",
        ReviewRule.IdenticalReason => "Dezelfde reden woord voor woord bij andere noodprocedures",
        ReviewRule.RepeatedByDoctor => "Veel noodprocedures van deze zorgverlener",
        ReviewRule.RepeatedOnPatient => "Veel noodprocedures op deze patiënt",
        ReviewRule.LocumOutsideDelegation => "Noodprocedure terwijl de waarneming niet gold",
        ReviewRule.ManyPatients => "Veel patiënten kort na elkaar die niet in het ziekenhuis waren",
        ReviewRule.SearchBurst => "Vaak gezocht zonder een dossier te openen",
        ReviewRule.Unexplained => "Niets verklaart deze inzage",
    } : null;

    /// <summary>What explains a look.</summary>
    public static string Of(Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var what = explanation.Kind switch
        {
            ExplanationKind.OwnPatient => "Eigen patiënt",
            ExplanationKind.OwnPractice => "Eigen praktijk",
            ExplanationKind.CareTeam => "Behandelteam",
            ExplanationKind.Residence => "Eigen instelling",
            ExplanationKind.EndedRelation => "Relatie net voorbij",
            ExplanationKind.Delegation => "Waarneming",
            ExplanationKind.Encounter => "Opname of bezoek",
            ExplanationKind.Appointment => "Afspraak",
            ExplanationKind.Referral => "Verwijzing of aanvraag",
            ExplanationKind.Letter => "Brief",
        };
        var days = explanation.Until == explanation.From ? Day(explanation.From) : explanation.Until is { } until ? $"{Day(explanation.From)} tot en met {Day(until)}" : $"vanaf {Day(explanation.From)}";
        return explanation.IsContact ? $"{what}, {days} ({explanation.Reference})" : $"{what} ({explanation.Reference})";
    }

    /// <summary>What was done in the record, the acts apart.</summary>
    public static string Acts(Look look)
    {
        ArgumentNullException.ThrowIfNull(look);
        (int Count, string One, string Many)[] acts =
            [(look.Opened, "keer geopend", "keer geopend"), (look.Sections, "onderdeel", "onderdelen"), (look.Letters, "brief", "brieven"), (look.Printed, "keer afgedrukt", "keer afgedrukt")];
        return string.Join(", ", acts.Where(act => act.Count > 0).Select(act => $"{act.Count} {(act.Count == 1 ? act.One : act.Many)}"));
    }

    /// <summary>Whom it is about: the end of the BSN only.</summary>
    public static string Patient(ReviewedLook reviewed)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        return reviewed.Look is { } look ? LogRow.Masked(new(look.PatientId, look.Bsn)) : reviewed.Doctor.Looks.Count switch { 0 => "niemand geopend", 1 => "1 patiënt", var many => $"{many} patiënten" };
    }

    /// <summary>Address of the record in the trail.</summary>
    public static string Address(AuditPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return "/toezicht/inzagelog/" + Place(place);
    }

    /// <summary>"node1/1234".</summary>
    public static string Place(AuditPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return FormattableString.Invariant($"{place.Node}/{place.Sequence}");
    }

    /// <summary>The same for a record that was just written.</summary>
    public static string Place(AuditReceipt place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return FormattableString.Invariant($"{place.Node}/{place.Sequence}");
    }

    private static string Day(DateOnly day) => day.ToString("dd-MM-yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
