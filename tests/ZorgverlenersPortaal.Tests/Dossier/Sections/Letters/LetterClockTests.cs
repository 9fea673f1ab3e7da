using System.Globalization;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Letters;

/// <summary>HASP: a message within 24 hours of a discharge, the letter within five working days.</summary>
public sealed class LetterClockTests
{
    private const string LetterKind = "11071000146104";
    private static readonly Uri _base = new("https://epd.example/fhir/");

    [Theory]
    [InlineData("2026-03-10T20:00:00+01:00", LetterTermState.Waiting, LetterTermState.Waiting)]
    [InlineData("2026-03-11T14:00:00+01:00", LetterTermState.Waiting, LetterTermState.Waiting)]
    [InlineData("2026-03-11T14:00:01+01:00", LetterTermState.Late, LetterTermState.Waiting)]
    [InlineData("2026-03-17T23:59:00+01:00", LetterTermState.Late, LetterTermState.Waiting)]
    [InlineData("2026-03-18T00:00:00+01:00", LetterTermState.Late, LetterTermState.Late)]
    public void Judge_NothingCame_IsLateAfterTheTerm(string now, LetterTermState message, LetterTermState letter)
    {
        var terms = Judge(now, Stay("2026-03-10T14:00:00+01:00"));

        Assert.Equal((message, letter), (terms!.Message.State, terms.Letter.State));
        Assert.Equal(At("2026-03-11T14:00:00+01:00"), terms.Message.Due);
        Assert.Equal(At("2026-03-18T00:00:00+01:00").AddTicks(-1), terms.Letter.Due);
    }

    [Theory]
    [InlineData("2026-04-02T10:00:00+02:00", "2026-04-11T00:00:00+02:00")] // Easter Monday is no working day
    [InlineData("2026-03-28T10:00:00+01:00", "2026-04-04T00:00:00+02:00")] // the clocks go forward
    public void Judge_HolidaysAndSummerTime_MoveTheTerm(string left, string until) =>
        Assert.Equal(At(until).AddTicks(-1), Judge("2026-04-05T00:00:00Z", Stay(left))!.Letter.Due);

    [Fact]
    public void Judge_Draft_IsTheMessageAndNotTheLetter()
    {
        var terms = Judge("2026-03-20T00:00:00Z", Stay("2026-03-10T14:00:00+01:00"), Letter("2026-03-10T16:00:00+01:00", docStatus: "preliminary"));

        Assert.Equal((LetterTermState.Arrived, LetterTermState.Late), (terms!.Message.State, terms.Letter.State));
    }

    [Fact]
    public void Judge_LetterInTime_StopsBothClocks()
    {
        var terms = Judge("2026-03-20T00:00:00Z", Stay("2026-03-10T14:00:00+01:00"), Letter("2026-03-11T09:00:00+01:00"));

        Assert.Equal((LetterTermState.Arrived, LetterTermState.Arrived), (terms!.Message.State, terms.Letter.State));
        Assert.Equal("11-03-2026", terms.Letter.Arrived!.Date);
    }

    [Fact]
    public void Judge_LetterAfterTheTerm_IsThereButCameLate()
    {
        var terms = Judge("2026-03-20T00:00:00Z", Stay("2026-03-10T14:00:00+01:00"), Letter("2026-03-19T09:00:00+01:00"));

        Assert.Equal(LetterTermState.ArrivedLate, terms!.Letter.State);
        Assert.False(terms.IsLate);
    }

    [Fact]
    public void Judge_CorrectedAfterTheTerm_CountsByItsFirstVersion()
    {
        var terms = Judge(
            "2026-03-25T00:00:00Z", Stay("2026-03-10T14:00:00+01:00"), Letter("2026-03-11T09:00:00+01:00", "old", status: "superseded"),
            Letter("2026-03-22T09:00:00+01:00").With(d => d["relatesTo"] = new JsonArray(new JsonObject { ["code"] = "replaces", ["target"] = Some.Ref("DocumentReference/old") })));

        Assert.Equal((LetterTermState.Arrived, LetterTermState.Arrived), (terms!.Message.State, terms.Letter.State));
    }

    [Fact]
    public void Judge_LetterOfAnotherStayOrKind_StopsNothing()
    {
        var terms = Judge(
            "2026-03-25T00:00:00Z", Stay("2026-03-10T14:00:00+01:00"), Letter("2026-03-11T09:00:00+01:00", "a", encounter: "e9"),
            Letter("2026-03-11T09:00:00+01:00", "b").With(d => d["type"] = new JsonObject { ["text"] = "Polikliniekbrief" }));

        Assert.Equal((LetterTermState.Late, LetterTermState.Late), (terms!.Message.State, terms.Letter.State));
        Assert.False(terms.MayMiss);
    }

    [Theory]
    [InlineData("2026-03-11T09:00:00+01:00", LetterTermState.Arrived)]
    [InlineData("2026-03-15T09:00:00+01:00", LetterTermState.Late)] // came again on the 14th: it may be about that
    [InlineData("2026-03-01T09:00:00+01:00", LetterTermState.Late)] // before she came
    public void Judge_LetterWithoutStay_CountsByItsDay(string date, LetterTermState expected)
    {
        var terms = Judge("2026-03-25T00:00:00Z", Stay("2026-03-10T14:00:00+01:00"), At("2026-03-14T08:00:00+01:00"), false, Letter(date, encounter: null));

        Assert.Equal(expected, terms!.Letter.State);
    }

    [Fact]
    public void R7_Judge_NotAllLettersSeen_SaysSo()
    {
        Assert.True(Judge("2026-03-25T00:00:00Z", Stay("2026-03-10T14:00:00+01:00"), null, true)!.MayMiss);
        Assert.True(Judge("2026-03-25T00:00:00Z", Stay("2026-03-10T14:00:00+01:00"), Letter("2026-03-11", status: "draft"))!.MayMiss);
        Assert.True(Judge("2026-03-25T00:00:00Z", Stay("2026-03-10T14:00:00+01:00"), Letter("2026-03-11").With(d => d["securityLabel"] = new JsonArray(Some.Concept("x", "V"))))!.MayMiss);
    }

    [Fact]
    public void R7_Judge_NoLettersOrDay_IsUnknownAndNeverLate()
    {
        var clock = new LetterClock(new(), new FakeClock(At("2026-03-25T00:00:00Z")));

        Assert.Equal(DischargeTerms.Unknown, clock.Judge(Stay("2026-03-10T14:00:00+01:00"), null, null, true));
        Assert.Equal(DischargeTerms.Unknown, Judge("2026-03-25T00:00:00Z", Stay("2026-03")));
    }

    [Theory]
    [InlineData("2025-01-10T14:00:00+01:00")] // more than a year ago
    [InlineData(null)] // still there
    public void Judge_LongAgoOrNotDischarged_HasNoClock(string? left) => Assert.Null(Judge("2026-03-25T00:00:00Z", Stay(left)));

    private static DischargeTerms? Judge(string now, Admission stay, params JsonObject[] letters) => Judge(now, stay, null, false, letters);

    private static DischargeTerms? Judge(string now, Admission stay, DateTimeOffset? next, bool isIncomplete, params JsonObject[] letters) =>
        new LetterClock(new(), new FakeClock(At(now))).Judge(
            stay, next, new LetterShelfReader(_base, new()).Read(letters.Select(letter => letter.As<DocumentReference>())), isIncomplete);

    private static Admission Stay(string? end) => new()
    {
        State = end is null ? AdmissionState.Admitted : AdmissionState.Discharged,
        Start = WrittenDate.Of(FhirDateTime.TryParse("2026-03-08T09:00:00+01:00")),
        End = end is null ? null : WrittenDate.Of(FhirDateTime.TryParse(end)),
        EncounterIds = ["e1"],
    };

    private static JsonObject Letter(string date, string id = "doc1", string status = "current", string docStatus = "final", string? encounter = "e1") => Some.Document(id).With(d =>
    {
        (d["status"], d["docStatus"], d["date"]) = (status, docStatus, date);
        d["type"] = Some.Concept(Some.Snomed, LetterKind);
        if (encounter is not null)
        {
            d["context"] = new JsonObject { ["encounter"] = new JsonArray(Some.Ref("Encounter/" + encounter)) };
        }
    });

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}
