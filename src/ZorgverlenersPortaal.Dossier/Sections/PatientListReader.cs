using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Remembered;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>Reads the list of a doctor's own patients in hospital, realtime, and records every patient on it before it is shown.</summary>
public sealed class PatientListReader
{
    private readonly PatientLadder _ladder;
    private readonly ListWishes _wishes;
    private readonly PinBook _pins;
    private readonly AuditTrail _trail;
    private readonly EpdOptions _options;
    private readonly SectionOptions _sections;
    private readonly TimeProvider _clock;

    internal PatientListReader((PatientLadder Ladder, ListWishes Wishes, PinBook Pins) from, AuditTrail trail, EpdOptions options, SectionOptions sections, TimeProvider clock)
    {
        (_ladder, _wishes, _pins) = from;
        _trail = trail;
        _options = options;
        _sections = sections;
        _clock = clock;
    }

    /// <summary>
    /// The list, its record durable. Throws <see cref="EpdException"/> (recorded) when the EPD gives no answer, and
    /// <see cref="AuditUnavailableException"/> when it cannot be recorded.
    /// </summary>
    public Task<PatientList> ReadAsync(ListGrant grant, CancellationToken cancellation) => ReadAsync(grant, AuditEventType.PatientListShown, cancellation);

    /// <summary>The same for paper, without what is planned or pinned, and recorded as such.</summary>
    public Task<PatientList> PrintAsync(ListGrant grant, CancellationToken cancellation) => ReadAsync(grant, AuditEventType.ListPrinted, cancellation);

    private async Task<PatientList> ReadAsync(ListGrant grant, AuditEventType shown, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        try
        {
            var (list, found) = await LookAsync(grant, cancellation, withPlanned: shown == AuditEventType.PatientListShown);
            list = shown == AuditEventType.PatientListShown ? list with { Pinned = await PinnedAsync(grant, list, found, cancellation) } : list;
            await RecordAsync(grant, shown, list, found);
            return list;
        }
        catch (EpdException e)
        {
            await FailAsync(grant, e.Failure);
            throw;
        }
    }

    /// <summary>The list without a record: for the machine that finds out whether it changed, and never for a page (R2).</summary>
    internal async Task<(PatientList List, LadderFound Found)> LookAsync(ListGrant grant, CancellationToken cancellation, bool withPlanned = true)
    {
        // Four steps on the ladder, each with the deadline of a section.
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(_options.SectionSeconds), _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            var found = await _ladder.ClimbAsync(grant, withPlanned && _options.PlannedDays > 0, both.Token);
            cancellation.ThrowIfCancellationRequested();
            var (open, hidesUnclear) = await _wishes.OpenAsync(grant, found.Patients, found.ConsentsOf, cancellation);
            found = found with { Patients = open, HidesUnclear = found.HidesUnclear || hidesUnclear };
            return (Make(found) with { Seals = Seals(grant, found) }, found);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new EpdException(EpdFailure.TimedOut, "The EPD did not answer in time.", e);
        }
    }

    private PatientList Make(LadderFound found)
    {
        var now = _clock.GetUtcNow();
        var since = now.AddDays(-_options.DischargedDays);
        var reader = new AdmissionReader(_options.Base, _options.Classes, _sections.CareMoments);
        var locations = found.Encounters.Of<Location>().ToList();
        var encounters = found.Encounters.Of<Encounter>().ToLookup(e => Subjects.Of(e, _options.Base), StringComparer.Ordinal);
        var twice = Twice(found);
        var stays = found.Patients.ToDictionary(p => p.Id!, p => reader.Read(encounters[p.Id], locations, now), StringComparer.Ordinal);
        var rows = found.Patients
            .Select(p => (Patient: p, Stay: Latest(stays[p.Id!], since)))
            .Where(seen => seen.Stay is not null)
            .Select(seen => (
                Row: new PatientRow(PatientLine.Of(seen.Patient), seen.Stay!, found.DirectivesOf(seen.Patient, twice, now)) { Bsn = NamingSystems.BsnOf(seen.Patient)?.Value },
                Ended: stays[seen.Patient.Id!].Where(stay => EndedSince(stay, since))))
            .ToList();
        return new(
            [.. rows.Select(r => r.Row).Where(r => r.Admission.State.IsAdmitted()).OrderByDescending(r => r.Moment)],
            [.. rows.Select(r => r.Row).Where(r => r.Admission.State.IsDischarged()).OrderByDescending(r => r.Moment)],
            found.Encounters.FetchedAt,
            found.IsIncomplete,
            found.IsDoctorKnown)
        {
            Discharges = [.. rows.SelectMany(r => r.Ended.Select(stay => r.Row with { Admission = stay })).OrderByDescending(r => r.Moment)],
            Planned = Planned(found, stays, now),
        };
    }

    private PlannedList Planned(LadderFound found, Dictionary<string, IReadOnlyList<Admission>> stays, DateTimeOffset now)
    {
        if (found.Coming is not { } coming)
        {
            return PlannedList.None;
        }
        var reader = new PlannedReader(_options.Base, _options.PlannedDays, now);
        var places = coming.Of<Location>().Concat(found.Encounters.Of<Location>()).ToList();
        var appointments = coming.Of<Appointment>().ToLookup(a => Subjects.Of(a, _options.Base), StringComparer.Ordinal);
        var moments = found.Patients.Select(patient => (patient.Id, Who: PatientLine.Of(patient))).SelectMany(one =>
            reader.Admissions(one.Who, stays[one.Id!], found.Encounters.Of<Encounter>()).Concat(reader.Appointments(one.Who, appointments[one.Id], places)));
        return new([.. moments.OrderBy(moment => moment.Start.Earliest)], found.ComingFailure, coming.IsIncomplete);
    }

    private static HashSet<Bsn> Twice(LadderFound found) =>
        [.. found.Patients.Select(NamingSystems.BsnOf).OfType<Bsn>().CountBy(bsn => bsn).Where(b => b.Value > 1).Select(b => b.Key)];

    /// <summary>Among who was proven to be hers just now, and nobody else: whom she pinned or opened last.</summary>
    private async Task<PinnedList> PinnedAsync(ListGrant grant, PatientList list, LadderFound found, CancellationToken cancellation)
    {
        if (await _pins.ReadAsync(grant.Visit.Provider.UziNumber, cancellation) is not { } pins)
        {
            return new([]) { IsUnreadable = true };
        }
        var (twice, now) = (Twice(found), _clock.GetUtcNow());
        var stays = list.Rows.ToDictionary(row => row.PatientId, row => row.Admission, StringComparer.Ordinal);
        return new(
        [
            .. found.Patients
                .Select(patient => (Patient: patient, Pin: pins.GetValueOrDefault(_pins.Seal(grant.Visit.Provider.UziNumber, patient.Id!))))
                .Where(one => one.Pin is not null)
                .Select(one => new PinnedPatient(PatientLine.Of(one.Patient), one.Pin!, stays.GetValueOrDefault(one.Patient.Id!), found.DirectivesOf(one.Patient, twice, now))),
        ])
        {
            MayMiss = found.IsIncomplete || !found.IsEveryone,
            Known = pins.Values.Count(pin => pin.IsPinned),
        };
    }

    /// <summary>All of hers, in hospital or not, as only this doctor's memory knows them; null when somebody may be missing.</summary>
    private HashSet<string>? Seals(ListGrant grant, LadderFound found) => found.IsIncomplete || !found.IsEveryone || !found.IsDoctorKnown
        ? null
        : [.. found.Patients.Select(patient => _pins.Seal(grant.Visit.Provider.UziNumber, patient.Id!))];

    /// <summary>In hospital now, or else the last stay that ended within the days; an end nobody wrote down counts by its start.</summary>
    private static Admission? Latest(IReadOnlyList<Admission> stays, DateTimeOffset since) =>
        stays.FirstOrDefault(s => s.State.IsAdmitted())
        ?? stays.Where(stay => EndedSince(stay, since)).MaxBy(s => (s.End ?? s.Start)?.Latest);

    private static bool EndedSince(Admission stay, DateTimeOffset since) => stay.State.IsDischarged() && (stay.End ?? stay.Start)?.Latest >= since;

    private async Task RecordAsync(ListGrant grant, AuditEventType type, PatientList list, LadderFound found)
    {
        var shown = list.Rows.Select(r => r.PatientId).Concat(list.Pinned.Patients.Select(one => one.Who.PatientId)).ToHashSet(StringComparer.Ordinal);
        var planned = list.Planned.Moments;
        var patients = found.Patients.Where(p => shown.Contains(p.Id!) || planned.Any(moment => moment.Who.PatientId == p.Id)).ToList();
        await _trail.AppendAsync(
            Record(grant, type) with
            {
                Patients = [.. patients.Select(p => new AuditPatient(p.Id!, NamingSystems.BsnOf(p)?.Value))],
                Resources =
                [
                    .. patients.Select(p => p.VersionedReference),
                    .. found.ResourcesOf(shown).Select(r => r.VersionedReference).Concat(planned.SelectMany(moment => moment.Sources)).Distinct(StringComparer.Ordinal),
                ],
                Detail = list.IsIncomplete ? "incomplete" : null,
            },
            CancellationToken.None);
        if (found.Strangers.Count > 0)
        {
            await _trail.AppendAsync(
                Record(grant, AuditEventType.ForeignResourceDropped) with { Outcome = AuditOutcome.Failed, Resources = found.Strangers },
                CancellationToken.None);
        }
    }

    private Task<AuditReceipt> FailAsync(ListGrant grant, EpdFailure failure) => _trail.AppendAsync(
        Record(grant, AuditEventType.ListFailed) with { Outcome = AuditOutcome.Failed, Detail = failure.ToString() },
        CancellationToken.None);

    private AuditRecord Record(ListGrant grant, AuditEventType type) =>
        grant.Decision.Record(grant.Visit, type, AuditOutcome.Success, _clock.GetUtcNow());
}
