using FsCheck;
using FsCheck.Fluent;

namespace ZorgverlenersPortaal.Tests.Portal.Leaks;

/// <summary>Makes hostile uses of addresses: handles of others, edited and swapped, tricks of FHIR searches, other methods and headers.</summary>
internal static class HostileLooks
{
    private static readonly string[] _tails =
    [
        "", "/", "/..", "/../..", "/%2e%2e/%2e%2e", "/brief", "/brief/", "/brief/x", "/brief/x/..", "/$everything", "/_history", "/_history/1", "/Observation", ".json", "%00", "%0d%0aSet-Cookie:x=y", ";a=b", "\\", "%E2%88%95",
    ];

    private static readonly string[] _queries =
    [
        "", "?_include=*", "?_revinclude=*", "?_has:Observation:patient:code=1", "?patient={0}", "?patient={0}&patient={0}", "?_id={0},{0}", "?_getpages=1&_getpagesoffset=0", "?_count=9999", "?_format=json",
        "?handle={0}", "?Handle={0}&Handle={0}", "?_method=DELETE", "?id={0}", "?_elements=identifier", "?_summary=count", "?subject:Patient.identifier={0}",
    ];

    private static readonly string[] _methods = ["GET", "GET", "GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH"];

    private static readonly (string, string)[][] _headers =
    [
        [], [("Range", "bytes=0-10")], [("If-None-Match", "*")], [("If-Modified-Since", "Mon, 01 Jan 2035 00:00:00 GMT")], [("X-HTTP-Method-Override", "PUT")], [("X-Original-URL", "/patienten")],
        [("Accept", "application/fhir+json")], [("Origin", "https://evil.example")], [("Cookie", "__Host-zvp=x")], [("X-Forwarded-For", "127.0.0.1")],
    ];

    /// <summary>Uses of these handles; <paramref name="ids"/> are put in the clear where a query has room for one.</summary>
    public static Gen<HostileLook> Of(IReadOnlyList<string> handles, IReadOnlyList<string> ids) =>
        from handle in Gen.Elements(handles.ToArray())
        from edited in Gen.Frequency((3, Gen.Constant(handle)), (2, Edited(handle)), (1, Gen.Elements(ids.ToArray())))
        from tail in Gen.Frequency((2, Gen.Constant("")), (3, Gen.Elements(_tails)))
        from query in Gen.Elements(_queries)
        from id in Gen.Elements(ids.ToArray())
        from method in Gen.Elements(_methods)
        from headers in Gen.Elements(_headers)
        select new HostileLook(
            new HttpMethod(method), $"/patient/{edited}{tail}{string.Format(System.Globalization.CultureInfo.InvariantCulture, query, id)}", headers);

    private static Gen<string> Edited(string handle) =>
        from at in Gen.Choose(0, handle.Length - 1)
        from kind in Gen.Choose(0, 4)
        select kind switch
        {
            0 => handle[..at] + (handle[at] == 'A' ? 'B' : 'A') + handle[(at + 1)..],
            1 => handle[..at],
            2 => handle + handle[at..],
            3 => handle[at..] + handle[..at],
            _ => handle.ToUpperInvariant(),
        };
}
