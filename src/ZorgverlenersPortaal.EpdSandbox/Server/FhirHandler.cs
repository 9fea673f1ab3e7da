using ZorgverlenersPortaal.EpdSandbox.Search;
using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Server;

/// <summary>
/// Answers everything under /fhir: metadata, read, vread, the history of one resource, search and next pages.
/// </summary>
internal sealed class FhirHandler(ResourceStore store, SearchEngine engine, PageStore pages, Mischief mischief)
{
    /// <summary>Never throws for what a client sends: every fault is an OperationOutcome.</summary>
    public async Task<FhirAnswer> AnswerAsync(HttpRequest request, string path, Fault fault)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var search = parts is [_, "_search"];
        if (
            !HttpMethods.IsGet(request.Method)
            && !HttpMethods.IsHead(request.Method)
            && !(search && HttpMethods.IsPost(request.Method)))
        {
            return OperationOutcomes.Answer(
                405,
                "not-supported",
                "this EPD is read-only: GET, and POST [type]/_search");
        }

        var accept = request.Headers.Accept.ToString();
        if (
            !string.Equals(parts.FirstOrDefault(), "Binary", StringComparison.Ordinal)
            && !WantsJson(accept, request.Query["_format"].ToString()))
        {
            return OperationOutcomes.Answer(406, "not-supported", "this EPD speaks application/fhir+json only");
        }

        return parts switch
        {
            ["metadata"] => new FhirAnswer(200, CapabilityStatementWriter.Write(store.Types, BaseAddress(request))),
            [var type] => await SearchAsync(request, type, fault),
            [var type, "_search"] => await SearchAsync(request, type, fault),
            [var type, var id] => Read(request, type, id, null, fault),
            [var type, var id, "_history"] => History(request, type, id, fault),
            [var type, var id, "_history", var version] => Read(request, type, id, version, fault),
            _ => OperationOutcomes.Answer(404, "not-found", "nothing is served at this address"),
        };
    }

    /// <summary>
    /// The base as the caller wrote it, so that links lead back through whatever the caller came through.
    /// </summary>
    public static string BaseAddress(HttpRequest request) => request.Scheme + "://" + request.Host.Value + "/fhir";

    private FhirAnswer Read(HttpRequest request, string type, string id, string? version, Fault fault)
    {
        var versions = store.History(type, id);
        if (versions.FirstOrDefault(one => version is null || string.Equals(version, one.Version, StringComparison.Ordinal)) is not { } resource)
        {
            return OperationOutcomes.Answer(404, "not-found", $"{type}/{id} is not known here, or not in that version");
        }

        var answered = mischief.Swap(fault, resource);
        return answered.Content is null
            ? new FhirAnswer(200, ServerBase.Fill(answered, BaseAddress(request))) { Version = answered }
            : BinaryAnswer.Of(answered, request.Headers.Accept.ToString(), BaseAddress(request));
    }

    /// <summary>On one page, however many there are.</summary>
    private FhirAnswer History(HttpRequest request, string type, string id, Fault fault) =>
        store.History(type, id) is { Count: > 0 } versions
            ? new FhirAnswer(200, BundleWriter.WriteHistory([.. versions.Select(version => mischief.Swap(fault, version))], BaseAddress(request)))
            : OperationOutcomes.Answer(404, "not-found", $"{type}/{id} is not known here");

    private async Task<FhirAnswer> SearchAsync(HttpRequest request, string type, Fault fault)
    {
        if (string.Equals(type, "Binary", StringComparison.Ordinal))
        {
            return OperationOutcomes.Answer(400, "not-supported", "Binary cannot be searched, only read");
        }

        if (!ResourceTypes.Knows(type) && !store.Types.Contains(type, StringComparer.Ordinal))
        {
            return OperationOutcomes.Answer(404, "not-supported", $"{type} is no type of R4");
        }

        if (request.Query.TryGetValue("_page", out var token))
        {
            return
                fault.Kind != FaultKind.ExpiredPages
                && pages.Find(token.ToString()) is { } page
                && string.Equals(page.Plan.Type, type, StringComparison.Ordinal)
                ? Page(request, page, fault)
                : OperationOutcomes.Answer(410, "expired", "this page of results is no longer kept; search again");
        }

        if (HttpMethods.IsPost(request.Method) && !request.HasFormContentType)
        {
            return OperationOutcomes.Answer(
                415,
                "not-supported",
                "POST _search takes application/x-www-form-urlencoded");
        }

        var asked = Pairs(request.Query);
        return Search(
            request,
            type,
            HttpMethods.IsPost(request.Method) ? [.. asked, .. Pairs(await request.ReadFormAsync())] : asked,
            fault);
    }

    private FhirAnswer Search(
        HttpRequest request,
        string type,
        IReadOnlyList<KeyValuePair<string, string>> asked,
        Fault fault)
    {
        try
        {
            var plan = engine.Plan(type, asked);
            return plan.Unknown.Count > 0 && IsStrict(request)
                ? OperationOutcomes.Answer(
                    400,
                    "not-supported",
                    plan.Unknown.Select(name => $"{type} cannot be searched by {name} (handling=strict)"))
                : Page(request, new SearchPage(plan, engine.Run(plan), 0), fault);
        }
        catch (SearchFaultException refused)
        {
            return OperationOutcomes.Answer(400, "invalid", refused.Problems);
        }
    }

    private FhirAnswer Page(HttpRequest request, SearchPage page, Fault fault)
    {
        var address = BaseAddress(request);
        var next =
            page.Plan.TotalOnly || page.Next is not { } following
                ? null
                : $"{(fault.Kind == FaultKind.ForeignNext ? "http://elsewhere.invalid/fhir" : address)}/{page.Plan.Type}?_page={pages.Keep(following)}";
        return new FhirAnswer(
            200,
            BundleWriter.Write(page, mischief.Mix(fault, page), engine.Includes(page.Plan, page.Items), address, next));
    }

    private static bool IsStrict(HttpRequest request) =>
        request
            .Headers["Prefer"]
            .ToString()
            .Replace(" ", "", StringComparison.Ordinal)
            .Contains("handling=strict", StringComparison.OrdinalIgnoreCase);

    private static bool WantsJson(string accept, string format)
    {
        var asked = format.Length > 0 ? format : accept;
        return asked.Length == 0
            || asked.Contains("json", StringComparison.OrdinalIgnoreCase)
            || asked.Contains("*/*", StringComparison.Ordinal)
            || asked.Contains("application/*", StringComparison.Ordinal);
    }

    private static List<KeyValuePair<string, string>> Pairs(
        IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> values) =>
        [
            .. values.SelectMany(pair =>
                pair.Value.Select(value => new KeyValuePair<string, string>(pair.Key, value ?? ""))),
        ];
}
