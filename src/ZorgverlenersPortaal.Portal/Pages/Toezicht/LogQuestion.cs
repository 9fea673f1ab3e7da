using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>Reads what an officer typed into a search, or says what is wrong with it (Dutch).</summary>
public static class LogQuestion
{
    private const string PlaceTime = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The search, or the faults.</summary>
    public static (AuditSearch? Search, IReadOnlyList<FormFault> Faults) Read(LogForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var (from, until) = (Day(form.From), Day(form.Until));
        var bsn = form.Bsn?.Trim() is { Length: > 0 } typed ? typed : null;
        var faults = Faults(form, from, until, bsn).ToList();
        if (faults.Count > 0)
        {
            return (null, faults);
        }
        var (uzi, agb, name) = Who(form.Who?.Trim());
        return (new()
        {
            From = from is { } first ? Clock.Begin(first) : null,
            Until = until is { } last ? Clock.Begin(last.AddDays(1)) : null,
            UziNumber = uzi,
            Agb = agb,
            Name = name,
            Bsn = Bsn.TryRead(bsn)?.Value,
            Rules = LogChoices.Bases.FirstOrDefault(basis => basis.Value == form.Basis).Rules ?? [],
            Outcome = LogChoices.Outcomes.Select(outcome => (AuditOutcome?)outcome).FirstOrDefault(outcome => outcome.ToString() == form.Outcome),
            Before = Place(form.Before),
        }, []);
    }

    /// <summary>A place as the form carries it to the next page.</summary>
    public static string Text(AuditPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return string.Create(CultureInfo.InvariantCulture, $"{place.Time.UtcDateTime.ToString(PlaceTime, CultureInfo.InvariantCulture)} {place.Node} {place.Sequence}");
    }

    /// <summary>A day of which the midnights before and after can be told.</summary>
    private static DateOnly? Day(string? text) => DutchDay.Read(text) is { Year: > 1900 and < 9000 } day ? day : null;

    private static IEnumerable<FormFault> Faults(LogForm form, DateOnly? from, DateOnly? until, string? bsn)
    {
        if (from is null && !string.IsNullOrWhiteSpace(form.From))
        {
            yield return new("Form.From", DutchDay.Fault);
        }
        if (until is null && !string.IsNullOrWhiteSpace(form.Until))
        {
            yield return new("Form.Until", DutchDay.Fault);
        }
        if (from > until)
        {
            yield return new("Form.Until", "Deze dag ligt voor de eerste dag.");
        }
        if (bsn is not null && Bsn.TryRead(bsn) is null)
        {
            yield return new("Form.Bsn", "Dit is geen BSN. Controleer de negen cijfers.");
        }
    }

    /// <summary>Nine digits are a UZI number, eight (or seven) an AGB code; the rest is a name.</summary>
    private static (string? Uzi, string? Agb, string? Name) Who(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return default;
        }
        var digits = text.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        if (digits.Length == 9 && digits.All(char.IsAsciiDigit))
        {
            return (digits, null, null);
        }
        return AgbCode.TryRead(digits) is { } agb ? (null, agb.Value, null) : (null, null, text.Length > 60 ? text[..60] : text);
    }

    private static AuditPlace? Place(string? text) =>
        text?.Split(' ') is [var time, var node, var number]
        && DateTimeOffset.TryParseExact(time, PlaceTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? new(moment, node, sequence)
            : null;
}
