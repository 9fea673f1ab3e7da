using System.Globalization;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>Reads a form and finds every fault that shows without looking anything up.</summary>
public sealed class DelegationCheck(DelegationOptions options, TimeProvider clock)
{
    /// <summary>Characters of a remark.</summary>
    public const int LongestNote = 300;

    /// <summary>Days that a delegation may last.</summary>
    public int MaximumDays => options.MaximumDays;

    /// <summary>What is asked, or null with the faults in the order of the form.</summary>
    public (DelegationRequest? Request, IReadOnlyList<DelegationFault> Faults) Read(DelegationForm form, string giverUzi)
    {
        ArgumentNullException.ThrowIfNull(form);
        var digits = AccountRequestCheck.Digits(form.Receiver);
        var request = new DelegationRequest
        {
            ReceiverUzi = AccountRequestCheck.UziFault(digits) is null ? digits : null,
            ReceiverPractice = digits is { Length: 8 } ? AgbCode.TryRead(digits) : null,
            FirstDay = Day(form.FirstDay) ?? default,
            LastDay = Day(form.LastDay) ?? default,
            Shifts = ShiftText.Read(form.Shifts) ?? ShiftTimes.Always,
            Note = string.IsNullOrWhiteSpace(form.Note) ? null : form.Note.Trim(),
            CoversPractice = form.CoversPractice,
        };
        List<DelegationFault> faults = [];
        if (request is { ReceiverUzi: null, ReceiverPractice: null })
        {
            faults.Add(DelegationFault.Receiver);
        }
        else if (request.ReceiverUzi == giverUzi)
        {
            faults.Add(DelegationFault.Self);
        }
        faults.AddRange(Days(request));
        if (ShiftText.Read(form.Shifts) is null)
        {
            faults.Add(DelegationFault.Shifts);
        }
        if (request.Note is { Length: > LongestNote })
        {
            faults.Add(DelegationFault.Note);
        }
        return faults.Count > 0 ? (null, faults) : (request, []);
    }

    /// <summary>A day as people write it (dd-mm-jjjj), or null.</summary>
    internal static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), ["dd-MM-yyyy", "d-M-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000
            ? day
            : null;

    private IEnumerable<DelegationFault> Days(DelegationRequest request)
    {
        var today = WallClock.Day(clock.GetUtcNow());
        if (request.FirstDay == default)
        {
            yield return DelegationFault.FirstDay;
        }
        else if (request.FirstDay < today)
        {
            yield return DelegationFault.InThePast;
        }
        else if (request.FirstDay.DayNumber - today.DayNumber > options.MaximumDays)
        {
            yield return DelegationFault.TooFarAhead;
        }
        if (request.LastDay == default)
        {
            yield return DelegationFault.LastDay;
        }
        else if (request.FirstDay != default && request.LastDay < request.FirstDay)
        {
            yield return DelegationFault.EndBeforeStart;
        }
        else if (request.FirstDay != default && request.LastDay.DayNumber - request.FirstDay.DayNumber >= options.MaximumDays)
        {
            yield return DelegationFault.TooLong;
        }
    }
}
