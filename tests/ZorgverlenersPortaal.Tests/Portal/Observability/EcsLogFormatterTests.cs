using System.Text.Json;
using Serilog.Events;
using Serilog.Parsing;
using ZorgverlenersPortaal.Portal.Observability;
using ZorgverlenersPortaal.Tests.Audit.Shipping;

namespace ZorgverlenersPortaal.Tests.Portal.Observability;

/// <summary>The operational log in ECS.</summary>
public sealed class EcsLogFormatterTests
{
    [Fact]
    public void Format_LineOfARequest_HasFieldsOfEcsAndTheRestAsLabels()
    {
        var line = Line("{Method} {Route} answered {Status} in {Milliseconds:0.0} ms", null,
            ("Method", "GET"), ("Route", "patient/{handle}"), ("Status", 200), ("Milliseconds", 12.34), ("RequestId", "r-1"), ("Incident", "K7M2"), ("SourceContext", "ZorgverlenersPortaal.Requests"));

        Assert.Equal("\"GET\" \"patient/{handle}\" answered 200 in 12.3 ms", line.GetProperty("message").GetString());
        Assert.Equal(("r-1", "GET"), (line.GetProperty("http").GetProperty("request").GetProperty("id").GetString(), line.GetProperty("http").GetProperty("request").GetProperty("method").GetString()));
        Assert.Equal(200, line.GetProperty("http").GetProperty("response").GetProperty("status_code").GetInt32());
        Assert.Equal(("Warning", "ZorgverlenersPortaal.Requests"), (line.GetProperty("log").GetProperty("level").GetString(), line.GetProperty("log").GetProperty("logger").GetString()));
        Assert.Equal("5001", line.GetProperty("event").GetProperty("code").GetString());
        Assert.Equal("a", line.GetProperty("service").GetProperty("node").GetProperty("name").GetString());
        Assert.Equal(["Incident", "Milliseconds", "Route"], line.GetProperty("labels").EnumerateObject().Select(label => label.Name).Order(StringComparer.Ordinal));
        AssertEcs(line);
    }

    [Fact]
    public void Format_Fault_HasKindMessageAndStack()
    {
        var line = Line("It went wrong", new InvalidOperationException("the reason"));

        Assert.Equal(("System.InvalidOperationException", "the reason"), (line.GetProperty("error").GetProperty("type").GetString(), line.GetProperty("error").GetProperty("message").GetString()));
        Assert.Contains("InvalidOperationException", line.GetProperty("error").GetProperty("stack_trace").GetString(), StringComparison.Ordinal);
        AssertEcs(line);
    }

    [Fact]
    public void Format_TextOfAStranger_CannotBeginALineOfItsOwn()
    {
        var text = Text("{Route}", null, ("Route", "a\n{\"message\":\"forged\"}\u2028"));

        Assert.Equal(1, text.Count(c => c == '\n'));
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    }

    private static void AssertEcs(JsonElement line)
    {
        foreach (var (name, value) in IndexTemplate.Leaves("", line).Where(leaf => !leaf.Name.StartsWith("labels.", StringComparison.Ordinal)))
        {
            Assert.True(EcsSchema.Fields.TryGetValue(name, out var field), $"{name} is no field of ECS");
            Assert.Equal((name, field.Type == "long"), (name, value.ValueKind == JsonValueKind.Number));
        }
    }

    private static JsonElement Line(string template, Exception? fault, params (string Name, object Value)[] properties) => JsonDocument.Parse(Text(template, fault, properties)).RootElement;

    private static string Text(string template, Exception? fault, params (string Name, object Value)[] properties)
    {
        using StringWriter output = new();
        LogEventProperty id = new("EventId", new StructureValue([new("Id", new ScalarValue(5001))]));
        new EcsLogFormatter("a").Format(
            new(new(2026, 3, 9, 9, 30, 0, TimeSpan.FromHours(1)), LogEventLevel.Warning, fault, new MessageTemplateParser().Parse(template),
                [id, .. properties.Select(property => new LogEventProperty(property.Name, new ScalarValue(property.Value)))]),
            output);
        return output.ToString();
    }
}
