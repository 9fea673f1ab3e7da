using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Observability;

/// <summary>H113: what a caller or the EPD writes can neither steer a terminal nor forge a line of the log.</summary>
public sealed class HostileLogTests() : OneDoctor<ScriptedEpd>(() => ScriptedEpd.StartAsync(), epd => epd.Base)
{
    private const string Evil = "\u001b[2J\u001b]0;owned\u0007\u2028\u2029\u0085\r\n{\"Level\":\"Fatal\"}";

    protected override Task FillAsync()
    {
        Epd.Has(Some.Practitioner("gp1", TestCards.Huisarts.Agb), Some.Patient("p1", "999900018", Some.Ref("Practitioner/gp1")), Some.Encounter(), Some.Condition(text: Evil));
        Epd.On("AllergyIntolerance", ScriptedAnswer.Json(Some.Outcome(detail: Evil), 500));
        return Task.CompletedTask;
    }

    [Fact]
    public async Task H113_TerminalCodesInHeadersPathsAndAnswers_StayInsideOneLineOfJson()
    {
        var evil = Uri.EscapeDataString(Evil);
        await Doctor.GetAsync("/help?x=" + evil, ("User-Agent", "a\u001b[31mred"), ("Referer", "https://x/\u001b[2J"));
        await Doctor.GetAsync("/" + evil);
        await Doctor.GetAsync("/patient/" + evil);
        Assert.Equal(200, (await Doctor.GetAsync(Portal.PatientPath("p1"))).Status);
        await Doctor.GetAsync("/help");

        Assert.NotEmpty(Portal.Log.Lines);
        foreach (var line in Portal.Log.Lines)
        {
            Assert.NotNull(JsonNode.Parse(line));
            Assert.DoesNotContain(line.TrimEnd('\n', '\r'), c => char.IsControl(c) || c is '\u2028' or '\u2029');
        }
    }
}
