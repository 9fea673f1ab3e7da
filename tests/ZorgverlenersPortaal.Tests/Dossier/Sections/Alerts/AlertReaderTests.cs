using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Dossier.Sections.Alerts;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Alerts;

public sealed class AlertReaderTests
{
    private static readonly Uri _base = new("https://epd.example.nl/fhir/");
    private static readonly DateTimeOffset _now = new FakeClock().GetUtcNow();

    [Fact]
    public void Read_ActiveAlert_TellsWhatItIsAndSinceWhen()
    {
        var alert = Only(SomeAlert.Flag().With(f =>
        {
            f["author"] = new JsonObject { ["display"] = "Dr. Hygiëne" };
            f["extension"] = new JsonArray(new JsonObject { ["url"] = SomeAlert.Comment, ["valueString"] = "Kweek herhalen" });
        }));

        Assert.Equal(("Drager van MRSA", AlertKind.Infection, "Alert", "06-2010", "Dr. Hygiëne"), (alert.Name, alert.Kind, alert.Category, alert.Start?.Date, alert.Author));
        Assert.Equal(("Kweek herhalen", "Actief", true), (alert.Comment, alert.State.Text(), alert.IsCurrent));
    }

    [Theory]
    [InlineData("432415000", AlertKind.Infection)]
    [InlineData("409529001", AlertKind.Isolation)]
    [InlineData("129839007", AlertKind.Other)]
    public void Read_Kind_IsToldByTheListOfCodes(string code, AlertKind kind) => Assert.Equal(kind, Only(SomeAlert.Flag(code: code)).Kind);

    [Fact]
    public void Read_HospitalsOwnCode_IsToldByTheSettingAndReplacesTheDefault()
    {
        AlertOptions options = new() { InfectionCodes = ["urn:oid:1.2.3|BRMO"] };
        var own = SomeAlert.Flag().With(f => f["category"] = new JsonArray(Some.Concept("urn:oid:1.2.3", "BRMO")));

        Assert.Equal(AlertKind.Infection, Assert.Single(Read(options, [], own)).Kind);
        Assert.Equal(AlertKind.Other, Assert.Single(Read(options, [], SomeAlert.Flag())).Kind);
    }

    [Fact]
    public void Faults_NoCode_NamesTheKey() =>
        Assert.StartsWith("Alerts:IsolationCodes: 'BRMO' is no code", Assert.Single(new AlertOptions { IsolationCodes = ["BRMO"] }.Faults()), StringComparison.Ordinal);

    [Theory]
    [InlineData("active", "2010", null, AlertState.Active)]
    [InlineData("inactive", "2010", null, AlertState.Ended)]
    [InlineData("active", "2010", "2026-03-09", AlertState.Ended)]
    [InlineData("active", "2010", "2026-03", AlertState.Active)]
    [InlineData("active", "2027", null, AlertState.Planned)]
    [InlineData("iets", null, null, AlertState.Unknown)]
    public void Read_State_FollowsStatusAndPeriod(string status, string? start, string? end, AlertState state) =>
        Assert.Equal(state, Only(SomeAlert.Flag(status: status).With(f => f["period"] = Some.Period(start, end) ?? [])).State);

    [Fact]
    public void Read_Order_WhatHoldsNowFirstAndInfectionsBeforeOthers()
    {
        var ids = Read(new(), [],
            SomeAlert.Flag("ended", status: "inactive"), SomeAlert.Flag("other", code: "129839007").With(f => f["period"] = Some.Period("2026-01", null)), SomeAlert.Flag("infection")).Select(a => a.Source);

        Assert.Equal(["Flag/infection/1", "Flag/other/1", "Flag/ended/1"], ids);
    }

    [Fact]
    public void R10_EnteredInError_IsNoAlert() => Assert.Empty(Read(new(), [], SomeAlert.Flag(status: "entered-in-error")));

    [Fact]
    public void R10_NotUnderstood_SaysOnlyThatThereIsOneAndHolds()
    {
        var alert = Only(SomeAlert.Flag(status: "inactive").With(f =>
        {
            f["modifierExtension"] = Some.UnknownModifier;
            f["period"] = Some.Period("2010", "2011");
        }));

        Assert.Equal(("Signalering", true, true, null, "2010", null), (alert.Name, alert.IsNotUnderstood, alert.IsCurrent, alert.Category, alert.Start?.Date, alert.End));
    }

    [Theory]
    [InlineData("d1", "Hartfalen")]
    [InlineData("refuted", "Hartfalen (bij de diagnoses als uitgesloten vermeld)")]
    [InlineData("mistake", "Signalering zonder omschrijving in het EPD")]
    [InlineData("odd", "Signalering zonder omschrijving in het EPD")]
    [InlineData("gone", "Signalering zonder omschrijving in het EPD")]
    public void Read_WordsInTheProblem_AreTakenFromThere(string id, string name)
    {
        const string Verification = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
        Condition[] conditions =
        [
            Some.Condition().As<Condition>(),
            Some.Condition("refuted").With(c => c["verificationStatus"] = Some.Concept(Verification, "refuted")).As<Condition>(),
            Some.Condition("mistake").With(c => c["verificationStatus"] = Some.Concept(Verification, "entered-in-error")).As<Condition>(),
            Some.Condition("odd").With(c => c["modifierExtension"] = Some.UnknownModifier).As<Condition>(),
        ];

        Assert.Equal(name, Assert.Single(Read(new(), conditions, SomeAlert.Pointing("Condition/" + id))).Name);
    }

    [Fact]
    public void R7_NoWordsAtAll_IsStillAnAlert() =>
        Assert.Equal("Signalering zonder omschrijving in het EPD", Only(SomeAlert.Flag().With(f => f.Remove("code"))).Name);

    /// <summary>Whatever is in it: every Flag that is no mistake gives one line, and none throws.</summary>
    [Fact]
    public void Read_AnyFlag_GivesOneLine()
    {
        string[] values = ["7", "null", "\"x\"", "[]", "{}", "[null]", "\"2024-02-30\"", "\"inactive\""];
        string[] names = ["status", "category", "code", "period", "extension", "author", "meta", "modifierExtension", "implicitRules"];
        var any = from name in Gen.Elements(names) from other in Gen.Elements(names) from value in Gen.Elements(values) select (name, other, value);
        Prop.ForAll(Arb.From(any), made =>
        {
            var flag = SomeAlert.Flag().With(f => f[made.name] = JsonNode.Parse(made.value)).With(f => f[made.other] = JsonNode.Parse(made.value));
            return Assert.Single(Read(new(), [], flag)).Name.Length > 0;
        }).QuickCheckThrowOnFailure();
    }

    private static Alert Only(JsonObject flag) => Assert.Single(Read(new(), [], flag));

    private static IReadOnlyList<Alert> Read(AlertOptions options, IReadOnlyList<Condition> conditions, params JsonObject[] flags) =>
        new AlertReader(options, _base, _now).Read(flags.Select(f => f.As<Flag>()), conditions);
}
