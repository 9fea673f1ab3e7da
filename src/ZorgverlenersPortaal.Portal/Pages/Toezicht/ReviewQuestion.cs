using System.Globalization;
using ZorgverlenersPortaal.Dossier.Explanations;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>Reads what an officer typed to have looks reviewed, or says what is wrong with it (Dutch).</summary>
public static class ReviewQuestion
{
    /// <summary>The days, or the faults.</summary>
    public static ((DateOnly From, DateOnly Until)? Days, IReadOnlyList<FormFault> Faults) Read(ReviewForm form, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(form);
        List<FormFault> faults = [];
        var (from, until) = (Day("Form.From", form.From, today, faults), Day("Form.Until", form.Until, today, faults));
        if (faults.Count == 0 && from > until)
        {
            faults.Add(new("Form.Until", "Deze dag ligt voor de eerste dag."));
        }
        else if (faults.Count == 0 && until!.Value.DayNumber - from!.Value.DayNumber >= LookDesk.MostDays)
        {
            faults.Add(new("Form.Until", $"Kies hoogstens {LookDesk.MostDays} dagen tegelijk."));
        }
        return faults.Count == 0 ? ((from!.Value, until!.Value), faults) : (null, faults);
    }

    /// <summary>The record of a draw; null when it is none.</summary>
    public static (string Node, long Sequence)? Draw(string? text) =>
        text?.Trim().Split('/') is [{ Length: > 0 and <= 40 } node, var number] && node.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && sequence > 0 ? (node, sequence) : null;

    private static DateOnly? Day(string field, string? text, DateOnly today, List<FormFault> faults)
    {
        if (DutchDay.Read(text) is not { Year: > 2000 } day)
        {
            faults.Add(new(field, DutchDay.Fault));
            return null;
        }
        if (day > today)
        {
            faults.Add(new(field, "Deze dag moet nog komen."));
        }
        return day;
    }
}
