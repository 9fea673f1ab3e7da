using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>Folds records into looks as they are read; holds one day at a time.</summary>
public static class LookFolder
{
    /// <summary>The days of the doctors, the newest day first; <paramref name="newestFirst"/> must be ordered by time. Records that are no look, search or list of a doctor pass unseen.</summary>
    public static IEnumerable<IReadOnlyList<DoctorDay>> Fold(IEnumerable<StoredAuditRecord> newestFirst)
    {
        ArgumentNullException.ThrowIfNull(newestFirst);
        Dictionary<string, DoctorDayFold> doctors = new(StringComparer.Ordinal);
        DateOnly? today = null;
        foreach (var stored in newestFirst)
        {
            if (stored.Record is not { Outcome: not AuditOutcome.Failed, Actor.UziNumber: { } uzi } || LookRecord.ActOf(stored.Record) is not { } act)
            {
                continue;
            }
            var day = DayOf(stored.Record.Time);
            if (today is not null && day != today)
            {
                yield return Done();
            }
            today = day;
            if (!doctors.TryGetValue(uzi, out var fold))
            {
                doctors.Add(uzi, fold = new(day, stored.Record.Actor));
            }
            fold.Add(stored, act);
        }
        if (doctors.Count > 0)
        {
            yield return Done();
        }

        IReadOnlyList<DoctorDay> Done()
        {
            IReadOnlyList<DoctorDay> done = [.. doctors.OrderBy(doctor => doctor.Key, StringComparer.Ordinal).Select(doctor => doctor.Value.Done())];
            doctors.Clear();
            return done;
        }
    }

    /// <summary>The day it was in the Netherlands.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Periods.Zone).DateTime);
}
