using BenchmarkDotNet.Running;
using ZorgverlenersPortaal.Benchmarks;
using ZorgverlenersPortaal.Benchmarks.Review;

// These words are for ops/bench, and one for a test that kills it; anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["judged-server"]:
        await JudgedServer.RunAsync();
        break;
    case ["sign-in-figures", var card]:
        SignInFigures.Print(card);
        break;
    case ["fhir-figures", var folder]:
        FhirFigures.Print(folder);
        break;
    case ["access-figures"]:
        AccessFigures.Print();
        break;
    case ["trail-figures", var folder]:
        await TrailFigures.PrintAsync(folder);
        break;
    case ["trail-writer", var folder, var node, var segment]:
        await TrailWriting.RunAsync(folder, node, long.Parse(segment, System.Globalization.CultureInfo.InvariantCulture));
        break;
    case ["postgresql-trail-figures", var connectionString]:
        await PostgreSqlTrailFigures.PrintAsync(connectionString);
        break;
    case ["shipping-figures", var folder]:
        await ShippingFigures.PrintAsync(folder);
        break;
    case ["review-figures", var folder]:
        await ReviewFigures.PrintAsync(folder);
        break;
    case ["epd", var port, var data, var delays]:
        await BenchEpd.RunAsync(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture), data, delays == "delays");
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(FhirReading).Assembly).Run(args);
        break;
}
