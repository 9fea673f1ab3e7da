using System.Security.Cryptography;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Consents;

/// <summary>
/// The hospital's list of patients who object and of records it restricts itself. Recorded before it counts, and in force on every
/// node at the next look (R8). What changes throws <see cref="AuditUnavailableException"/>, and then nothing changed.
/// </summary>
public sealed class PatientProtections
{
    private readonly RecordedChange _change;
    private readonly Database _database;
    private readonly FreshReads _fresh;
    private readonly BsnSeal _seal;
    private readonly EpdOptions _epd;

    internal PatientProtections(RecordedChange change, (Database Database, FreshReads Fresh) reads, BsnSeal seal, EpdOptions epd) =>
        (_change, _database, _fresh, _seal, _epd) = (change, reads.Database, reads.Fresh, seal, epd);

    /// <summary>All entries, the newest first; ended ones too.</summary>
    public async Task<IReadOnlyList<PatientProtection>> ListAsync(CancellationToken cancellation)
    {
        await using var connection = await _database.OpenAsync(cancellation);
        return await ProtectionTable.ListAsync(connection, cancellation);
    }

    /// <summary>Puts a patient on the list, as of now.</summary>
    public Task<ProtectionOutcome> AddAsync(ProtectionRequest request, ChangedBy by)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(by);
        return _change.RunAsync<ProtectionOutcome>(by, async transaction =>
        {
            var ends = request.LastDay is { } day ? Periods.EndOf(day) : (DateTimeOffset?)null;
            if (WhyNot(request, ends) is { } outcome)
            {
                return (outcome, []);
            }
            var entry = new PatientProtection
            {
                Id = RandomNumberGenerator.GetHexString(12, lowercase: true),
                Kind = request.Kind,
                PatientId = request.PatientId,
                BsnEnd = request.Bsn?.LastThree,
                Against = request.Against,
                Reason = request.Reason.Trim(),
                Starts = _change.Now,
                Ends = ends,
                AddedBy = by.Actor.Name,
            };
            await ProtectionTable.InsertAsync(transaction, entry, request.Bsn is { } bsn ? _seal.Of(bsn) : null);
            return (ProtectionOutcome.Done, [Change(AuditEventType.PatientProtected, null, entry, entry.Reason, request.Bsn)]);
        });
    }

    /// <summary>Ends an entry now.</summary>
    public Task<ProtectionOutcome> EndAsync(string id, string reason, ChangedBy by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return _change.RunAsync<ProtectionOutcome>(by, async transaction =>
        {
            var before = await ProtectionTable.FindAsync(transaction, id);
            var outcome = before switch
            {
                null => ProtectionOutcome.NotThere,
                _ when !before.HoldsAt(_change.Now) => ProtectionOutcome.WrongState,
                _ when AccountOffice.IsNoReason(reason) => ProtectionOutcome.ReasonMissing,
                _ => ProtectionOutcome.Done,
            };
            if (outcome != ProtectionOutcome.Done)
            {
                return (outcome, []);
            }
            var after = before! with { Ends = _change.Now, EndedBy = by.Actor.Name };
            await ProtectionTable.EndAsync(transaction, after);
            return (outcome, [Change(AuditEventType.PatientProtectionEnded, before, after, reason.Trim(), null)]);
        });
    }

    /// <summary>What holds now for this patient, by the id of her record or of one that it replaced, or by her BSN.</summary>
    internal async Task<IReadOnlyList<PatientProtection>> InForceAsync(Patient patient, CancellationToken cancellation)
    {
        var replaced = patient.Links.Where(link => link.Other is not null)
            .Select(link => ReferenceResolver.Resolve(link.Other!, _epd.Base))
            .Where(other => other is { Kind: ReferenceKind.Resource, Type: "Patient" })
            .Select(other => other.Id!);
        IReadOnlyList<string> ids = [patient.Id!, .. replaced];
        var seal = NamingSystems.BsnOf(patient) is { } bsn ? _seal.Of(bsn) : null;
        var entries = await _fresh.ReadAsync(
            "protections", $"{string.Join(' ', ids)}/{seal}", connection => ProtectionTable.OfAsync(connection, ids, seal, cancellation), cancellation);
        return [.. entries.Where(entry => entry.HoldsAt(_change.Now))];
    }

    private ProtectionOutcome? WhyNot(ProtectionRequest request, DateTimeOffset? ends) => request switch
    {
        { PatientId: null, Bsn: null } => ProtectionOutcome.PatientMissing,
        { PatientId: { } id } when !IsId(id) => ProtectionOutcome.WrongId,
        { Kind: not ProtectionKind.PatientWish, Against: not null } => ProtectionOutcome.AgainstOnlyByWish,
        _ when ends <= _change.Now => ProtectionOutcome.WrongDay,
        _ when AccountOffice.IsNoReason(request.Reason) => ProtectionOutcome.ReasonMissing,
        _ => null,
    };

    private static bool IsId(string id) => id.Length is > 0 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.');

    private static AccountChange Change(AuditEventType type, PatientProtection? before, PatientProtection after, string note, Bsn? bsn) =>
        new(type, before is null ? AuditAction.Create : AuditAction.Update, "protection " + after.Id, [.. Values(before, after)])
        {
            Patients = [new(after.PatientId ?? "", bsn?.Value)],
            Note = note,
        };

    private static IEnumerable<AuditChange> Values(PatientProtection? before, PatientProtection after)
    {
        yield return new("kind", before?.Kind.ToString(), after.Kind.ToString());
        if (after.Against is { } against)
        {
            yield return new("against", before?.Against?.Value, against.Value);
        }
        if (after.Ends is { } ends)
        {
            yield return new("ends", before?.Ends is { } was ? StoredValue.Of(was) : null, StoredValue.Of(ends));
        }
    }
}
