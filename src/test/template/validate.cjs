// Validates the templates whose files are given, and prints what it found as one list in JSON.
const { RegoEngine, TemplateFile } = require("@aws/cloudformation-validate");

const engine = new RegoEngine();
try {
  const found = process.argv.slice(2).flatMap((file) =>
    engine
      .validateStandard(new TemplateFile(file), { severityLevel: "WARN" })
      .diagnostics.map((one) => ({
        file,
        line: one.startLine ?? 0,
        severity: one.severity,
        rule: one.ruleId,
        about: one.entity?.logicalId ?? "",
        message: one.message,
      })),
  );
  console.log(JSON.stringify(found));
} finally {
  engine.free();
}
