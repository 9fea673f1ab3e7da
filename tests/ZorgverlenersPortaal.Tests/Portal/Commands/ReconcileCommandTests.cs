using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Commands;

/// <summary>The EPD's access log laid beside the trail of real looks, by the command line and beside a running portal.</summary>
public sealed class ReconcileCommandTests(LookedThrough looks) : IClassFixture<LookedThrough>, IDisposable
{
    private const string Header = "time,client,request_id,patient";
    private static readonly string _strange = new('a', 32);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("epd-log-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Reconcile_WholeLogOfRealLooks_MatchesAndHasNoGraveGap()
    {
        var (exit, output, errors) = await ReconcileAsync(Csv(looks.Given));
        Assert.True(exit == 0, output + errors);
        Assert.Equal("AGREES no look without a record in this log", Last(output));
        Assert.DoesNotContain("GRAVE", output, StringComparison.Ordinal);
        Assert.DoesNotContain("NoLine", output, StringComparison.Ordinal);
        var withPatient = looks.Given.Count(access => access.Patient is not null);
        var notOnList = output.Split('\n').Count(line => line.Contains(": NotOnList: ", StringComparison.Ordinal));
        Assert.InRange(notOnList, 1, withPatient - 1);
        Assert.Contains($"\n{looks.Given.Count(access => access.Request is not null) - notOnList} matched\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reconcile_LookWithoutARecord_IsGraveAndNamesItsLine()
    {
        var given = Named;
        var (exit, output, errors) = await ReconcileAsync(Csv([.. looks.Given, given with { Request = _strange }, given with { Request = null }]));
        Assert.Equal((1, ""), (exit, errors));
        var line = looks.Given.Count + 2;
        Assert.Contains($"GRAVE line {line}: NoRecord: the trail holds nothing of this request; request {_strange}\n", output, StringComparison.Ordinal);
        Assert.Contains($"GRAVE line {line + 1}: NoRequestId: ", output, StringComparison.Ordinal);
        Assert.StartsWith("GRAVE 2: ", Last(output), StringComparison.Ordinal);
        Assert.False(looks.NamesAPatient(output));
    }

    [Fact]
    public async Task Reconcile_RecordWithoutALine_IsNamedAndNotGrave()
    {
        var opened = looks.Portal.Trail(AuditEventType.PatientOpened)[0];
        var (exit, output, _) = await ReconcileAsync(Csv(looks.Given.Where(access => access.Request != opened.RequestId)));
        Assert.Equal(0, exit);
        var records = AuditReader.Read(looks.Portal.TrailStorage, new() { Limit = 1000 })
            .Where(stored => stored.Record.RequestId == opened.RequestId && stored.Record.Event is AuditEventType.PatientOpened or AuditEventType.SectionShown).ToList();
        Assert.NotEmpty(records);
        Assert.All(records, stored => Assert.Contains($"\nrecord {stored.Node}/{stored.Sequence}: NoLine: ", output, StringComparison.Ordinal));
        Assert.All(output.Split('\n').Where(line => line.Contains("NoLine", StringComparison.Ordinal)), line => Assert.EndsWith($"; request {opened.RequestId}", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reconcile_AnotherPatientOnAKnownRequest_IsGrave()
    {
        var opened = looks.Portal.Trail(AuditEventType.PatientOpened)[0];
        var other = looks.Everyone.First(patient => looks.Given.All(access => access.Patient != patient.Id)).Id;
        var (exit, output, _) = await ReconcileAsync(Csv(looks.Given.Append(Named with { Request = opened.RequestId, Patient = other })));
        Assert.Equal(1, exit);
        Assert.Contains($"GRAVE line {looks.Given.Count + 2}: OtherPatient: ", output, StringComparison.Ordinal);
        Assert.DoesNotContain(other, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reconcile_AuditEvents_FindTheSameAsCsv()
    {
        var log = looks.Given.Append(Named with { Request = _strange }).ToList();
        var events = log.Select((access, at) => access.AuditEvent(at + 1)).ToList();
        var bundle = Write("log.json", new JsonObject { ["resourceType"] = "Bundle", ["type"] = "collection", ["entry"] = new JsonArray([.. events.Select(one => new JsonObject { ["resource"] = one.DeepClone() })]) }.ToJsonString());
        var ndjson = Write("log.ndjson", string.Join('\n', events.Select(one => one.ToJsonString())));

        var csv = (await ReconcileAsync(Csv(log))).Output;
        Assert.Equal((1, Shifted(csv, "entry")), await VerdictAsync(bundle));
        Assert.Equal((1, Shifted(csv, "line")), await VerdictAsync(ndjson));

        // A CSV has its header before its lines.
        static string Shifted(string output, string unit) => Regex.Replace(
            Known(output), @"(?<=\bline )[0-9]+(?=:)", match => $"{int.Parse(match.Value, null) - 1}", RegexOptions.None, TimeSpan.FromSeconds(1)).Replace("line ", unit + " ", StringComparison.Ordinal);
        async Task<(int, string)> VerdictAsync(string file)
        {
            var (exit, output, _) = await ReconcileAsync(file);
            return (exit, Known(output));
        }
    }

    [Fact]
    public async Task Reconcile_Outcome_IsRecordedWithCountsAndTheHashOfTheLog()
    {
        var file = Csv(looks.Given.Append(Named with { Request = _strange }));
        await ReconcileAsync(file);
        var record = looks.Portal.Trail(AuditEventType.TrailReconciled)[0];
        Assert.Equal((AuditOutcome.Failed, AuditAction.Execute, Environment.UserName), (record.Outcome, record.Action, record.Actor!.Name));
        Assert.StartsWith("grave from:", record.Detail, StringComparison.Ordinal);
        Assert.Contains(" NoRecord:1 NoRequestId:0 OtherPatient:0 ", record.Detail, StringComparison.Ordinal);
        Assert.EndsWith($" sha256:{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))} client:{LookedThrough.Client}", record.Detail, StringComparison.Ordinal);

        await ReconcileAsync(Csv(looks.Given));
        Assert.Equal(AuditOutcome.Success, looks.Portal.Trail(AuditEventType.TrailReconciled)[0].Outcome);
    }

    [Fact]
    public async Task R2_Reconcile_WhatCannotBeRecorded_IsNotPrinted()
    {
        await using var held = AuditTrail.Open(new() { Storage = looks.Portal.TrailStorage, Node = "node1-cli" }, TimeProvider.System);
        var (exit, output, errors) = await ReconcileAsync(Csv(looks.Given));
        Assert.Equal((2, ""), (exit, output));
        Assert.NotEmpty(errors);
    }

    [Fact]
    public async Task Reconcile_NoLineOfThePortal_ProvesNothing()
    {
        var (exit, output, _) = await ReconcileAsync(Csv(looks.Given.Select(access => access with { Client = "Portal" })));
        Assert.Equal(2, exit);
        Assert.StartsWith("NOTHING ", Last(output), StringComparison.Ordinal);
        Assert.StartsWith("nothing ", looks.Portal.Trail(AuditEventType.TrailReconciled)[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reconcile_BadInput_NamesLineAndColumnAndRecordsNothing()
    {
        var before = looks.Portal.Trail(AuditEventType.TrailReconciled).Count;
        var (exit, output, errors) = await ReconcileAsync(Csv(looks.Given.Append(Named with { Time = "gisteren" })));
        Assert.Equal((2, "", $"line {looks.Given.Count + 2}, column time: no time; write it with its offset, as 2026-03-31T14:05:09+02:00."), (exit, output, errors.Trim()));
        Assert.Equal(before, looks.Portal.Trail(AuditEventType.TrailReconciled).Count);
    }

    [Theory]
    [InlineData("Missing: --epd-log.", "--from", "2026-03-01", "--to", "2026-03-01", "--client", "x")]
    [InlineData("Missing: --client. Give the name by which the EPD's log calls the portal, to the letter.", "--from", "2026-03-01", "--to", "2026-03-01", "--epd-log", "x.csv")]
    [InlineData("'1-3-2026' is no day: write it as 2026-03-31.", "--from", "1-3-2026", "--to", "2026-03-01", "--epd-log", "x.csv")]
    [InlineData("Unknown option: --day.", "--from", "2026-03-01", "--to", "2026-03-01", "--epd-log", "x.csv", "--client", "x", "--day", "1")]
    [InlineData("The name of the EPD's log must end in .csv, .json (a Bundle of AuditEvents) or .ndjson (one AuditEvent a line).", "--from", "2026-03-01", "--to", "2026-03-01", "--epd-log", "x.txt", "--client", "x")]
    public async Task Reconcile_Misused_ExitsTwoAndSaysHow(string fault, params string[] options)
    {
        var (exit, output, errors) = await PortalProgram.RunAsync(looks.Portal.Settings, ["audit", "reconcile", .. options]);
        Assert.Equal((2, "", fault), (exit, output, errors.Trim()));
    }

    /// <summary>A line about a patient, as the hospital gave it.</summary>
    private EpdAccess Named => looks.Given.First(access => access is { Request: not null, Patient: not null });

    /// <summary>Without the counts of a trail that every run of the command makes longer.</summary>
    private static string Known(string output) => string.Join('\n', output.Split('\n').Skip(2));

    private string Csv(IEnumerable<EpdAccess> log) => Write("log.csv", Header + "\n" + string.Join('\n', log.Select(access => access.Csv)) + "\n");

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Last(string output) => output.Trim().Split('\n')[^1];

    private Task<(int Exit, string Output, string Errors)> ReconcileAsync(string file, params string[] options)
    {
        SqliteConnection.ClearAllPools();
        var day = DutchDay.Of(looks.Portal.Clock).ToString("yyyy-MM-dd", null);
        return PortalProgram.RunAsync(looks.Portal.Settings, ["audit", "reconcile", "--epd-log", file, "--from", day, "--to", day, "--client", LookedThrough.Client, .. options]);
    }
}
