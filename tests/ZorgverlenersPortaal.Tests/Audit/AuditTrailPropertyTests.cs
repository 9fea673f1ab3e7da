using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Tests.Audit;

public sealed class AuditTrailPropertyTests
{
    // What people, cards and EPDs can send, and what an attacker would try.
    private static readonly string[] _words =
        ["", "J. de Vriés", "\"\\\n\0\u2028</script>", "\ud83d\ude00", "\ud83d", "\udc00x", "900186021", "Übung 漢字", "'; --"];

    private static Gen<string> Text => Gen.OneOf(
        Gen.Elements(_words), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));

    private static Gen<string?> MaybeText => Gen.OneOf(Gen.Constant<string?>(null), Text.Select(text => (string?)text));

    private static Gen<DateTimeOffset> Time =>
        from seconds in Gen.Choose(0, int.MaxValue)
        from ticks in Gen.Choose(0, 9_999_999)
        from hours in Gen.Choose(-12, 12)
        select DateTimeOffset.UnixEpoch.AddSeconds(seconds).AddTicks(ticks).ToOffset(TimeSpan.FromHours(hours));

    private static Gen<AuditActor?> Actor =>
        from uzi in MaybeText
        from name in MaybeText
        from address in MaybeText
        from there in Gen.Elements(true, true, false)
        select there ? new AuditActor { UziNumber = uzi, Name = name, Agb = name, CardIssuer = uzi, Address = address } : null;

    private static Gen<AuditDecision?> Decision =>
        from rule in Text
        from facts in Gen.Zip(Text, Time).Select(f => new AuditFact(f.Item1, f.Item1, "Patient/1/2", f.Item2)).ListOf(3)
        from there in Gen.Elements(true, false)
        select there ? new AuditDecision("granted", rule, rule, [.. facts]) : null;

    private static Gen<AuditRecord> Record =>
        from kind in Gen.Elements(Enum.GetValues<AuditEventType>())
        from action in Gen.Elements(Enum.GetValues<AuditAction>())
        from outcome in Gen.Elements(Enum.GetValues<AuditOutcome>())
        from time in Time
        from request in Text
        from actor in Actor
        from decision in Decision
        from patients in Gen.Zip(Text, MaybeText).Select(p => new AuditPatient(p.Item1, p.Item2)).ListOf()
        from resources in Text.ListOf()
        from rest in MaybeText
        select new AuditRecord
        {
            Event = kind,
            Action = action,
            Outcome = outcome,
            Time = time,
            RequestId = request,
            Actor = actor,
            Decision = decision,
            Patients = [.. patients],
            Resources = [.. resources],
            OnBehalfOf = rest,
            Purpose = rest,
            Category = rest,
            Detail = rest,
            Incident = rest,
        };

    [Fact]
    public async Task Append_AnyRecord_IsReadBackAsItWas_AndTheTrailIsIntact()
    {
        using var folder = new TrailFolder();
        await using var trail = AuditTrail.Open(folder.Options, folder.Clock);

        Prop.ForAll(Record.ToArbitrary(), record =>
        {
            var receipt = trail.AppendAsync(record, default).GetAwaiter().GetResult();
            var stored = AuditReader.Read(folder.Storage, new AuditFilter { Node = TrailFolder.Node, Limit = 1 }).Single();
            Assert.Equal(receipt.Sequence, stored.Sequence);
            Assert.Equal(AsStored(record), JsonSerializer.Serialize(stored.Record));
        }).QuickCheckThrowOnFailure();

        var report = folder.Verify();
        Assert.True(report.IsIntact, report.FirstFault?.ToString());
    }

    [Fact]
    public async Task Append_AnyRecords_FollowTheRuleOfTheChain()
    {
        using var folder = new TrailFolder();
        await using (var trail = AuditTrail.Open(folder.Options, folder.Clock))
        {
            await Task.WhenAll(Record.Sample(100).Select(record => trail.AppendAsync(record, default)));
        }

        using var connection = folder.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sequence, payload, previous, hash FROM record ORDER BY sequence";
        using var row = command.ExecuteReader();
        var previous = new byte[32];
        for (var sequence = 1; sequence <= 100; sequence++)
        {
            Assert.True(row.Read());
            Assert.Equal(sequence, row.GetInt64(0));
            Assert.Equal(previous, row.GetFieldValue<byte[]>(2));
            previous = ChainRule.Hash(previous, TrailFolder.Node, sequence, row.GetFieldValue<byte[]>(1));
            Assert.Equal(previous, row.GetFieldValue<byte[]>(3));
        }
    }

    [Fact]
    public async Task Verify_AnyByteOfAChainedColumnChanged_NamesThatRecord()
    {
        using var folder = new TrailFolder();
        await folder.Fill(6);
        folder.Tamper("");
        var mutation =
            from column in Gen.Elements("payload", "previous", "hash")
            from sequence in Gen.Choose(1, 6)
            from position in Gen.Choose(0, 10_000)
            from bits in Gen.Choose(1, 255)
            select (column, sequence, position, bits);

        Prop.ForAll(mutation.ToArbitrary(), change =>
        {
            var before = Read(folder, change.column, change.sequence);
            var after = before.ToArray();
            after[change.position % after.Length] ^= (byte)change.bits;
            Write(folder, change.column, change.sequence, after);
            var fault = folder.Verify().FirstFault;
            Write(folder, change.column, change.sequence, before);
            Assert.Equal(change.sequence, fault?.Sequence);
            Assert.Contains(fault!.Kind, (TrailFault[])[TrailFault.RecordEdited, TrailFault.ChainBroken]);
        }).QuickCheckThrowOnFailure();

        Assert.True(folder.Verify().IsIntact);
    }

    [Fact]
    public async Task Verify_AnySetOfRecordsRemoved_NamesTheFirst()
    {
        using var full = new TrailFolder();
        await full.Fill(9);
        var some = Gen.SubListOf(Enumerable.Range(1, 8)).Where(list => list.Count > 0).ToArbitrary();

        Prop.ForAll(some, removed =>
        {
            using var folder = new TrailFolder();
            Directory.CreateDirectory(folder.Trail);
            File.Copy(full.Database, folder.Database);
            folder.Tamper($"DELETE FROM record WHERE sequence IN ({string.Join(',', removed)})");
            var fault = folder.Verify().FirstFault;
            Assert.Equal((TrailFault.RecordMissing, (long)removed.Min()), (fault!.Kind, fault.Sequence));
        }).QuickCheckThrowOnFailure();
    }

    private static byte[] Read(TrailFolder folder, string column, int sequence)
    {
        using var connection = folder.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {column} FROM record WHERE sequence = {sequence}";
        return (byte[])command.ExecuteScalar()!;
    }

    private static void Write(TrailFolder folder, string column, int sequence, byte[] value)
    {
        using var connection = folder.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"UPDATE record SET {column} = $value WHERE sequence = {sequence}";
        command.Parameters.Add("$value", SqliteType.Blob).Value = value;
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    /// <summary>The record with its texts and times as the trail promises to keep them.</summary>
    private static string AsStored(AuditRecord record) => JsonSerializer.Serialize(record with
    {
        Time = Clean(record.Time),
        RequestId = Clean(record.RequestId)!,
        Actor = record.Actor is not { } actor ? null : actor with
        {
            UziNumber = Clean(actor.UziNumber),
            Name = Clean(actor.Name),
            Agb = Clean(actor.Agb),
            CardIssuer = Clean(actor.CardIssuer),
            Address = Clean(actor.Address),
        },
        Patients = [.. record.Patients.Select(p => new AuditPatient(Clean(p.EpdId)!, Clean(p.Bsn)))],
        Decision = record.Decision is not { } decision ? null : new AuditDecision(
            decision.Verdict, Clean(decision.Rule)!, Clean(decision.ReasonCode)!,
            [.. decision.Facts.Select(f => new AuditFact(Clean(f.Name)!, Clean(f.Value)!, f.Source, Clean(f.Time)))]),
        Resources = [.. record.Resources.Select(r => Clean(r)!)],
        OnBehalfOf = Clean(record.OnBehalfOf),
        Purpose = Clean(record.Purpose),
        Category = Clean(record.Category),
        Detail = Clean(record.Detail),
        Incident = Clean(record.Incident),
    });

    private static string? Clean(string? text) => text is null
        ? null
        : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');

    private static DateTimeOffset Clean(DateTimeOffset time) => DateTimeOffset.Parse(
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture) + "Z", CultureInfo.InvariantCulture);
}
