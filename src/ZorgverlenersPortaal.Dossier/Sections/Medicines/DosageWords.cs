using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Medicines;

/// <summary>Says a coded dosage in Dutch, each number with its unit as written; null as soon as one part has no words.</summary>
internal sealed class DosageWords
{
    private readonly List<string> _parts = [];
    private bool _isLost;

    /// <summary>Null when it cannot be said in full, or says neither how much nor when.</summary>
    public static string? Of(Dosage dosage)
    {
        var words = new DosageWords { _isLost = dosage.HasMore || (dosage.Doses.Count == 0 && dosage.Timing is null) };
        words.Add(dosage.Doses);
        if (dosage.Timing is { } timing)
        {
            words.Say(TimingWords.Of(timing));
        }
        words.Say(dosage.AsNeededFor, "zo nodig bij ");
        if (dosage is { AsNeeded: true, AsNeededFor: null })
        {
            words.Say("zo nodig");
        }
        words.Place(dosage.Route, dosage.Method, dosage.Site);
        foreach (var instruction in dosage.AdditionalInstructions)
        {
            words.Say(instruction);
        }
        words.Say(dosage.MaximumPerPeriod, PerPeriod, "maximaal ");
        words.Say(dosage.MaximumPerAdministration, Amount, "maximaal ", " per keer");
        words.Say(dosage.MaximumPerLifetime, Amount, "maximaal ", " in totaal");
        return words.Text;
    }

    /// <inheritdoc cref="Of(Dosage)"/>
    public static string? Of(AdministeredDosage dosage)
    {
        var words = new DosageWords { _isLost = dosage is { Dose: null, Rate: null, RateRatio: null } };
        words.Say(dosage.Dose, Amount);
        words.Say(dosage.Rate, Amount, "snelheid ");
        words.Say(dosage.RateRatio, PerPeriod, "snelheid ");
        words.Place(dosage.Route, dosage.Method, dosage.Site);
        return words.Text;
    }

    /// <summary>Comparator, digits as written, unit; null without digits.</summary>
    public static string? Amount(Quantity quantity)
    {
        var unit = !string.IsNullOrWhiteSpace(quantity.Unit) ? quantity.Unit : quantity.Code is "1" ? null : quantity.Code;
        return quantity.Value is null ? null : string.Join(' ', new[] { quantity.Comparator, quantity.Value, unit }.Where(p => p is not null));
    }

    private string? Text => _isLost || _parts.Count == 0 ? null : string.Join(", ", _parts);

    private void Add(IReadOnlyList<DoseAndRate> doses)
    {
        // Ordered and calculated side by side: which of the two counts is not ours to choose.
        _isLost |= doses.Count > 1;
        foreach (var dose in doses)
        {
            _isLost |= dose.HasMore || (dose.Dose is not null && dose.DoseRange is not null)
                || dose is { Dose: null, DoseRange: null, Rate: null, RateRange: null, RateRatio: null };
            Say(dose.Dose, Amount);
            Say(dose.DoseRange, Between);
            Say(dose.Rate, Amount, "snelheid ");
            Say(dose.RateRange, Between, "snelheid ");
            Say(dose.RateRatio, PerPeriod, "snelheid ");
        }
    }

    private void Place(CodeableConcept? route, CodeableConcept? method, CodeableConcept? site)
    {
        Say(route);
        Say(method);
        Say(site);
    }

    private static string? Between(QuantityRange range) =>
        range is { Low: { } low, High: { } high } && Amount(low) is { } from && Amount(high) is { } to ? $"{from} tot {to}" : null;

    private static string? PerPeriod(Ratio ratio) =>
        ratio is { Numerator: { } over, Denominator: { } under } && Amount(over) is { } amount && Amount(under) is { } per ? $"{amount} per {per}" : null;

    private void Say(CodeableConcept? concept, string before = "") => Say(concept, Words.Of, before);

    private void Say<T>(T? part, Func<T, string?> say, string before = "", string after = "") where T : class
    {
        if (part is not null)
        {
            Say(say(part) is { } words ? before + words + after : null);
        }
    }

    private void Say(string? words)
    {
        _isLost |= words is null;
        _parts.Add(words ?? "");
    }
}
