package com.hackajob.pinpoint.mapping;

class InMemoryMappingsTest extends MappingsContract {

    @Override
    protected Mappings mappings() {
        return new InMemoryMappings();
    }
}
